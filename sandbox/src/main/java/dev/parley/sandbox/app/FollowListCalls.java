package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.FollowLists;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who follows somebody, and whom they follow. Private people show it to their followers only. */
final class FollowListCalls {

    private FollowListCalls() {}

    static void addTo(AppRoutes routes) {
        routes.get("/friendships/{id}/followers", Call.FOLLOWERS, FollowListCalls::followers);
        routes.get("/friendships/{id}/following", Call.FOLLOWING, FollowListCalls::following);
    }

    private static Answer followers(AppRequest request, Session session) {
        return page(request, session, FollowLists.in(request.state())::followers);
    }

    private static Answer following(AppRequest request, Session session) {
        return page(request, session, FollowLists.in(request.state())::following);
    }

    private static Answer page(AppRequest request, Session session, Function<Person, List<Person>> list) {
        Person person = request.state()
                .person(request.idInPath("id"))
                .filter(found -> !found.deleted())
                .orElse(null);
        if (person == null) {
            return Refusals.userNotFound();
        }
        if (!request.state().shows(person, session.account().id())) {
            return Refusals.privateAccount();
        }
        return PeoplePage.of(list.apply(person), request)
                .map(page -> Answer.ok(json(page, request)))
                .orElseGet(() -> Refusals.badRequest("Invalid max_id"));
    }

    private static Map<String, @Nullable Object> json(PeoplePage page, AppRequest request) {
        UserJson users = UserJson.in(request);
        Map<String, @Nullable Object> body = Json.object(
                "users",
                page.people().stream().map(users::brief).toList(),
                "big_list",
                page.next() != null,
                "page_size",
                page.people().size(),
                "should_limit_list_of_followers",
                false);
        if (page.next() != null) {
            body.put("next_max_id", page.next());
        }
        body.put("status", "ok");
        return body;
    }
}
