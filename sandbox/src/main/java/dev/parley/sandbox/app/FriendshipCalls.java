package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.follow.Friendship;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who follows whom: looking, following, unfollowing. */
final class FriendshipCalls {
    private static final int MOST_IDS = 200;

    private FriendshipCalls() {}

    static void addTo(AppRoutes routes) {
        routes.get("/friendships/show/{id}", Call.FRIENDSHIP, FriendshipCalls::show);
        routes.post("/friendships/show_many", Call.FRIENDSHIP, FriendshipCalls::showMany);
        routes.post("/friendships/create/{id}", Call.FOLLOW, FriendshipCalls::create);
        routes.post("/friendships/destroy/{id}", Call.UNFOLLOW, FriendshipCalls::destroy);
    }

    private static Answer show(AppRequest request, Session session) {
        return withTarget(request, person -> {
            Friendship friendship =
                    request.state().follows().friendship(session.account().id(), person);
            Map<String, @Nullable Object> body = status(friendship);
            body.put("status", "ok");
            return Answer.ok(body);
        });
    }

    /** People who do not exist are left out. */
    private static Answer showMany(AppRequest request, Session session) {
        String[] ids = request.field("user_ids").split(",");
        if (ids.length > MOST_IDS) {
            return Refusals.badRequest("At most " + MOST_IDS + " user_ids at a time");
        }
        var state = request.state();
        Map<String, @Nullable Object> statuses = Json.object();
        Arrays.stream(ids)
                .map(String::strip)
                .flatMap(id -> find(state, Numbers.idOrNone(id)).stream())
                .forEach(person -> statuses.put(
                        Long.toString(person.id()),
                        statusInList(
                                state.follows().friendship(session.account().id(), person))));
        return Answer.ok(Json.object("friendship_statuses", statuses, "status", "ok"));
    }

    private static Answer create(AppRequest request, Session session) {
        long sender = session.account().id();
        return withTarget(
                request, person -> person.id() == sender ? Refusals.invalidTarget() : follow(request, sender, person));
    }

    private static Answer follow(AppRequest request, long sender, Person person) {
        SandboxState state = request.state();
        Friendship friendship =
                state.follows().follow(sender, person, request.takesEffect(), state.now(), state.journal());
        return changed(request.takesEffect() ? friendship : friendship.asIfFollowed());
    }

    private static Answer destroy(AppRequest request, Session session) {
        return withTarget(request, person -> unfollow(request, session.account().id(), person));
    }

    private static Answer unfollow(AppRequest request, long sender, Person person) {
        SandboxState state = request.state();
        Friendship friendship =
                state.follows().unfollow(sender, person, request.takesEffect(), state.now(), state.journal());
        return changed(request.takesEffect() ? friendship : friendship.asIfUnfollowed());
    }

    private static Answer withTarget(AppRequest request, Function<Person, Answer> answer) {
        return find(request.state(), request.idInPath("id")).map(answer).orElseGet(Refusals::userNotFound);
    }

    private static Optional<Person> find(SandboxState state, long id) {
        return state.person(id).filter(person -> !person.deleted());
    }

    private static Answer changed(Friendship friendship) {
        return Answer.ok(Json.object("friendship_status", status(friendship), "status", "ok"));
    }

    private static Map<String, @Nullable Object> status(Friendship friendship) {
        return Json.object(
                "blocking", false,
                "followed_by", friendship.followedBy(),
                "following", friendship.following(),
                "incoming_request", false,
                "is_bestie", false,
                "is_blocking_reel", false,
                "is_muting_reel", false,
                "is_private", friendship.targetIsPrivate(),
                "is_restricted", false,
                "muting", false,
                "outgoing_request", friendship.requested());
    }

    private static Map<String, @Nullable Object> statusInList(Friendship friendship) {
        return Json.object(
                "following", friendship.following(),
                "incoming_request", false,
                "is_bestie", false,
                "is_feed_favorite", false,
                "is_private", friendship.targetIsPrivate(),
                "is_restricted", false,
                "outgoing_request", friendship.requested());
    }
}
