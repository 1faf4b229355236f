package dev.parley.sandbox.website.profile;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.follow.Friendship;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Ids;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.world.Person;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Following, unfollowing, and how people stand to the viewer. */
public final class FollowCalls {
    private static final int MOST_IDS = 200;

    private FollowCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.post("/api/v1/friendships/create/{id}", Call.FOLLOW, (visit, session) -> change(visit, session, true));
        routes.post(
                "/api/v1/friendships/destroy/{id}", Call.UNFOLLOW, (visit, session) -> change(visit, session, false));
        routes.get("/api/v1/friendships/show/{id}", Call.FRIENDSHIP, FollowCalls::show);
        routes.post("/api/v1/friendships/show_many", Call.FRIENDSHIP, FollowCalls::showMany);
    }

    private static Answer change(Visit visit, Session session, boolean follow) {
        long sender = session.account().id();
        return find(visit.path("id"), visit)
                .filter(person -> person.id() != sender)
                .map(person -> follow ? follow(sender, person, visit) : unfollow(sender, person, visit))
                .orElseGet(Replies::userNotFound);
    }

    private static Answer follow(long sender, Person person, Visit visit) {
        SandboxState state = visit.state();
        Friendship now = state.follows().follow(sender, person, visit.takesEffect(), state.now(), state.journal());
        return changed(visit.takesEffect() ? now : now.asIfFollowed());
    }

    private static Answer unfollow(long sender, Person person, Visit visit) {
        SandboxState state = visit.state();
        Friendship now = state.follows().unfollow(sender, person, visit.takesEffect(), state.now(), state.journal());
        return changed(visit.takesEffect() ? now : now.asIfUnfollowed());
    }

    private static Answer show(Visit visit, Session session) {
        return find(visit.path("id"), visit)
                .map(person -> {
                    Map<String, @Nullable Object> body = status(
                            visit.state().follows().friendship(session.account().id(), person));
                    body.put("status", "ok");
                    return Answer.ok(body);
                })
                .orElseGet(Replies::userNotFound);
    }

    private static Answer showMany(Visit visit, Session session) {
        String[] ids = visit.field("user_ids").split(",");
        if (ids.length > MOST_IDS) {
            return Replies.badRequest("At most " + MOST_IDS + " user_ids at a time");
        }
        Map<String, @Nullable Object> statuses = Json.object();
        Arrays.stream(ids)
                .flatMap(id -> find(id.strip(), visit).stream())
                .forEach(person -> statuses.put(
                        Long.toString(person.id()),
                        status(visit.state()
                                .follows()
                                .friendship(session.account().id(), person))));
        return Replies.ok("friendship_statuses", statuses);
    }

    private static Optional<Person> find(String id, Visit visit) {
        return visit.state().person(Ids.idOrNone(id)).filter(person -> !person.deleted());
    }

    private static Answer changed(Friendship friendship) {
        return Replies.ok("friendship_status", status(friendship), "previous_following", false, "error", null);
    }

    private static Map<String, @Nullable Object> status(Friendship friendship) {
        return Json.object(
                "blocking", false,
                "followed_by", friendship.followedBy(),
                "following", friendship.following(),
                "incoming_request", false,
                "is_bestie", false,
                "is_private", friendship.targetIsPrivate(),
                "is_restricted", false,
                "muting", false,
                "outgoing_request", friendship.requested());
    }
}
