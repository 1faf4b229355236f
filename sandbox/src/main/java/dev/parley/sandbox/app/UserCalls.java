package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.world.Person;
import java.util.Locale;
import java.util.Optional;

/** Profiles. */
final class UserCalls {

    private UserCalls() {}

    static void addTo(AppRoutes routes) {
        routes.get("/users/{name}/usernameinfo", Call.USER, UserCalls::byName);
        routes.get("/users/{id}/info", Call.USER, UserCalls::byId);
    }

    private static Answer byName(AppRequest request, Session session) {
        return profile(request, request.state().person(request.path("name").toLowerCase(Locale.ROOT)));
    }

    private static Answer byId(AppRequest request, Session session) {
        return profile(request, request.state().person(request.idInPath("id")));
    }

    private static Answer profile(AppRequest request, Optional<Person> person) {
        return person.filter(found -> !found.deleted())
                .map(found -> Answer.ok(Json.object("user", UserJson.in(request).profile(found), "status", "ok")))
                .orElseGet(Refusals::userNotFound);
    }
}
