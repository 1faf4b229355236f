package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.TestingApp.Reply;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SandboxExtension.class)
class LikingTest {
    private final SandboxServer sandbox;
    private TestingApp app;

    LikingTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        app = new TestingApp(sandbox.baseUrl());
    }

    @BeforeEach
    void signIn() {
        app = new TestingApp(sandbox.baseUrl())
                .authorizedBy(sandbox.makeAccounts("fan", 1).getFirst().authorization());
    }

    @Test
    void a_post_is_liked_once_and_says_so_until_it_is_taken_back() {
        String post = newestPost();
        int before = info(post).at("/like_count").asInt();

        assertThat(like(post).status()).isEqualTo(200);
        like(post);

        assertThat(info(post).at("/has_liked").asBoolean()).isTrue();
        assertThat(info(post).at("/like_count").asInt()).isEqualTo(before + 1);
        assertThat(sandbox.likes("fan.1"))
                .singleElement()
                .matches(like -> like.asked() == 2 && like.times() == 1 && like.inForce());
        app.post("/api/v1/media/" + post + "/unlike/", Map.of("media_id", post));
        assertThat(info(post).at("/has_liked").asBoolean()).isFalse();
        assertThat(sandbox.likes("fan.1")).allMatch(like -> !like.inForce());
    }

    @Test
    void those_who_like_a_post_are_as_many_as_it_has_likes_and_whoever_likes_it_now_comes_first() {
        Post post = publicPost();
        JsonNode before = likers(post);
        assertThat(before.get("user_count")).isEqualTo(info(post.id()).get("like_count"));
        assertThat(names(before))
                .doesNotHaveDuplicates()
                .hasSizeBetween(
                        before.get("user_count").asInt() / 2,
                        before.get("user_count").asInt());

        like(post.id());

        JsonNode after = likers(post);
        assertThat(after.get("user_count").asInt())
                .isEqualTo(before.get("user_count").asInt() + 1);
        assertThat(names(after)).startsWith("fan.1").containsAll(names(before));
        assertThat(sandbox.likers(post)).extracting(Person::username).isEqualTo(names(after));
        app.post("/api/v1/media/" + post.id() + "/unlike/", Map.of("media_id", post.id()));
        assertThat(likers(post)).isEqualTo(before);
    }

    @Test
    void of_private_people_only_followers_see_who_likes_a_post() {
        Post post = post(1_000, Person::isPrivate);

        assertThat(app.get("/api/v1/media/" + post.pk() + "/likers/").message())
                .isEqualTo("Not authorized to view user");
        assertThat(app.get("/api/v1/media/12/likers/").message()).isEqualTo("Media not found or unavailable");
    }

    @Test
    void a_like_without_effect_is_answered_alike() {
        sandbox.script(ScriptedFault.of(Call.LIKE, Fault.NO_EFFECT));

        assertThat(like(newestPost()).status()).isEqualTo(200);

        assertThat(sandbox.likes("fan.1")).singleElement().matches(like -> like.asked() == 1 && like.times() == 0);
    }

    @ParameterizedTest
    @CsvSource({"12_34, Media not found or unavailable", "abc, Invalid media_id"})
    void nobody_likes_what_is_not_there(String post, String message) {
        assertThat(like(post).message()).isEqualTo(message);
        assertThat(sandbox.likes("fan.1")).isEmpty();
    }

    private JsonNode likers(Post post) {
        return app.get("/api/v1/media/" + post.pk() + "/likers/").json();
    }

    private static List<String> names(JsonNode likers) {
        return likers.get("users")
                .valueStream()
                .map(user -> user.get("username").asString())
                .toList();
    }

    /** One whose likers are all named. */
    private Post publicPost() {
        return post(900, owner -> !owner.isPrivate());
    }

    private Post post(int mostLikes, Predicate<Person> owner) {
        return sandbox.posts("travel", Integer.MAX_VALUE).stream()
                .filter(post -> post.likes() < mostLikes && post.likes() > 50 && owner.test(post.owner()))
                .findFirst()
                .orElseThrow();
    }

    private Reply like(String post) {
        return app.post("/api/v1/media/" + post + "/like/", Map.of("media_id", post));
    }

    private JsonNode info(String post) {
        return app.get("/api/v1/media/" + post + "/info/").json().at("/items/0");
    }

    private String newestPost() {
        return app.get("/api/v1/feed/tag/travel/")
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .filter(id -> app.get("/api/v1/media/" + id + "/info/").status() == 200)
                .findFirst()
                .orElseThrow();
    }
}
