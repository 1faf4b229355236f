package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.TestingApp.Reply;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.World;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class FollowingTest {
    private static final World WORLD = new World(1);
    private static final Person OPEN = first(person -> !person.isPrivate() && !person.deleted());
    private static final Person PRIVATE = first(person -> person.isPrivate() && !person.deleted());
    private static final Person GONE = first(Person::deleted);

    private final SandboxServer sandbox;
    private TestingApp app;

    FollowingTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        app = new TestingApp(sandbox.baseUrl());
    }

    @BeforeEach
    void signIn() {
        app = new TestingApp(sandbox.baseUrl())
                .authorizedBy(sandbox.makeAccounts("fan", 1).getFirst().authorization());
    }

    @Test
    void a_public_person_is_followed_at_once_and_only_once() {
        Reply first = app.follow(OPEN.id());
        app.follow(OPEN.id());

        assertThat(first.json().at("/friendship_status/following").asBoolean()).isTrue();
        FollowTruth truth = sandbox.follows("fan.1").getFirst();
        assertThat(sandbox.follows("fan.1")).hasSize(1);
        assertThat(truth.target()).isEqualTo(OPEN.username());
        assertThat(truth.asked()).isEqualTo(2);
        assertThat(truth.times()).isEqualTo(1);
        assertThat(truth.inForce()).isTrue();
    }

    @Test
    void a_private_person_gets_a_request_that_is_not_in_force() {
        Reply reply = app.follow(PRIVATE.id());

        assertThat(reply.json().at("/friendship_status/following").asBoolean()).isFalse();
        assertThat(reply.json().at("/friendship_status/outgoing_request").asBoolean())
                .isTrue();
        assertThat(sandbox.follows("fan.1")).singleElement().matches(truth -> !truth.inForce() && truth.times() == 1);
    }

    @Test
    void nobody_follows_somebody_who_is_gone() {
        assertThat(app.follow(GONE.id()).message()).isEqualTo("User not found");
        assertThat(app.get("/api/v1/users/" + GONE.username() + "/usernameinfo/")
                        .status())
                .isEqualTo(404);
        assertThat(sandbox.follows()).isEmpty();
    }

    @Test
    void unfollowing_ends_it_and_following_again_counts_again() {
        app.follow(OPEN.id());

        Reply ended = app.unfollow(OPEN.id());

        assertThat(ended.json().at("/friendship_status/following").asBoolean()).isFalse();
        assertThat(sandbox.follows("fan.1")).singleElement().matches(truth -> !truth.inForce() && truth.times() == 1);
        app.follow(OPEN.id());
        assertThat(sandbox.follows("fan.1")).singleElement().matches(truth -> truth.inForce() && truth.times() == 2);
    }

    @Test
    void friendships_are_shown_one_by_one_and_many_at_once() {
        app.follow(OPEN.id());
        app.follow(PRIVATE.id());

        Reply one = app.get("/api/v1/friendships/show/" + OPEN.id() + "/");
        Reply many = app.postForm(
                "/api/v1/friendships/show_many/",
                TestingApp.fields("user_ids", OPEN.id() + "," + PRIVATE.id() + "," + GONE.id()));

        assertThat(one.json().get("following").asBoolean()).isTrue();
        assertThat(one.json().size()).isEqualTo(12);
        assertThat(many.json().get("friendship_statuses").size()).isEqualTo(2);
        assertThat(many.json()
                        .at("/friendship_statuses/" + PRIVATE.id() + "/outgoing_request")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_same_follow_at_once_from_fifty_sides_takes_effect_once() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> reply : IntStream.range(0, 50)
                    .mapToObj(i -> executor.submit(() -> app.follow(OPEN.id())))
                    .toList()) {
                assertThat(reply.get().status()).isEqualTo(200);
            }
        }

        assertThat(sandbox.follows("fan.1"))
                .singleElement()
                .matches(truth -> truth.asked() == 50 && truth.times() == 1);
    }

    @Test
    void followers_are_counted() {
        long before = followersOf(OPEN);

        app.follow(OPEN.id());

        assertThat(followersOf(OPEN)).isEqualTo(before + 1);
    }

    private long followersOf(Person person) {
        return app.get("/api/v1/users/" + person.id() + "/info/")
                .json()
                .at("/user/follower_count")
                .asLong();
    }

    private static Person first(Predicate<Person> like) {
        return WORLD.people().all().stream().filter(like).findFirst().orElseThrow();
    }
}
