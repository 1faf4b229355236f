package dev.parley.sandbox.admin;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Hashtag;
import dev.parley.sandbox.world.Person;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who and what there is in this world. */
final class PeopleCalls {

    private PeopleCalls() {}

    static void addTo(AdminRoutes routes) {
        routes.get("/people", PeopleCalls::people);
        routes.get("/hashtags", PeopleCalls::hashtags);
    }

    private static Answer people(ServerRequest request, SandboxState state) {
        return Answer.ok(
                state.world().people().all().stream().map(PeopleCalls::json).toList());
    }

    private static Answer hashtags(ServerRequest request, SandboxState state) {
        return Answer.ok(
                state.world().hashtags().all().stream().map(PeopleCalls::json).toList());
    }

    private static Map<String, @Nullable Object> json(Person person) {
        return Json.object(
                "username", person.username(),
                "user_id", Long.toString(person.id()),
                "full_name", person.fullName(),
                "private", person.isPrivate(),
                "deleted", person.deleted(),
                "verified", person.verified(),
                "business", person.business());
    }

    private static Map<String, @Nullable Object> json(Hashtag tag) {
        return Json.object(
                "name", tag.name(),
                "listed_posts", tag.listed(),
                "seconds_between_posts", tag.every().toSeconds());
    }
}
