package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account as the official API shows it to its owner. */
final class AccountJson {

    private AccountJson() {}

    /** Fact: {@code id} is the account as this app knows it, {@code user_id} what webhooks and paths call it. */
    static Map<String, @Nullable Object> whole(GraphRequest request, Node node) {
        Person person = request.account(node.id());
        boolean instagram = request.door() == Door.GRAPH_INSTAGRAM;
        return Json.object(
                "id",
                instagram ? Numbers.appScoped(node.id()) : Numbers.account(node.id()),
                "user_id",
                Numbers.account(node.id()),
                "username",
                person.username(),
                "name",
                person.fullName(),
                "account_type",
                "Business",
                "biography",
                person.biography(),
                "profile_picture_url",
                picture(request, person),
                "followers_count",
                followers(request, person),
                "follows_count",
                request.state().follows().followingCount(person.id()),
                "media_count",
                request.official().drafts().posts(node.id()).size());
    }

    static String picture(GraphRequest request, Person person) {
        return request.pictures() + person.id() + ".svg";
    }

    static long followers(GraphRequest request, Person person) {
        SandboxState state = request.state();
        boolean seeded = state.world().people().withId(person.id()).isPresent();
        return state.follows().gainedFollowers(person.id())
                + (seeded ? state.world().follows().followerCount(person) : 0);
    }
}
