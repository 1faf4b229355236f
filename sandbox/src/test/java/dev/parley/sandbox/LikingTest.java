package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.TestingApp.Reply;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import java.util.Map;
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
