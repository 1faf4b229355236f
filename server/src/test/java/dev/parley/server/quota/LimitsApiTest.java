package dev.parley.server.quota;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class LimitsApiTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    private final TestingApi admin = parley.admin();

    @Test
    void everybody_starts_with_the_defaults() {
        var like = action(parley.person("mara").get("/api/bot/limits").body().path("actions"), "like");
        assertThat(like.path("per_hour").asInt()).isEqualTo(40);
        assertThat(like.path("per_day").asInt()).isEqualTo(200);
        assertThat(like.path("used_in_day").asInt()).isZero();
        assertThat(like.path("left_in_hour").asInt()).isEqualTo(40);
    }

    @Test
    void an_administrator_sets_the_defaults_for_everybody() {
        var person = parley.person("noor");
        var set = admin.put("/api/admin/limits", limit("story_view", 7, 70));
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.body().path("user_id").isNull()).isTrue();
        assertThat(action(admin.get("/api/admin/limits").body().path("limits"), "story_view")
                        .path("per_day")
                        .asInt())
                .isEqualTo(70);
        assertThat(action(person.get("/api/bot/limits").body().path("actions"), "story_view")
                        .path("per_hour")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void the_lowest_limit_is_in_force_for_a_person() {
        var person = parley.person("olga");
        var limits = "/api/admin/limits/" + person.get("/api/me").field("id");

        var lower = admin.put(limits, limit("message", 1, 1000));
        assertThat(action(lower.body().path("limits"), "message")
                        .path("per_day")
                        .asInt())
                .isEqualTo(1000);
        assertThat(action(lower.body().path("in_force"), "message")
                        .path("per_day")
                        .asInt())
                .isEqualTo(100);
        assertThat(action(person.get("/api/bot/limits").body().path("actions"), "message")
                        .path("per_hour")
                        .asInt())
                .isEqualTo(1);

        assertThat(admin.delete(limits).status()).isEqualTo(204);
        assertThat(admin.get(limits).body().path("limits")).isEmpty();
    }

    @Test
    void nobody_else_may_see_or_set_them() {
        var person = parley.person("petra");
        assertThat(person.get("/api/admin/limits").status()).isEqualTo(403);
        assertThat(person.put("/api/admin/limits", limit("like", 1, 1)).status())
                .isEqualTo(403);
        assertThat(parley.api().get("/api/admin/limits").status()).isEqualTo(401);
        assertThat(parley.api().get("/api/bot/limits").status()).isEqualTo(401);
    }

    @Test
    void limits_of_nobody_are_refused() {
        var refused = admin.put("/api/admin/limits/" + UUID.randomUUID(), limit("like", 1, 1));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.error()).isEqualTo("USER_NOT_FOUND");
    }

    @Test
    void an_account_that_is_not_there_has_no_limits() {
        var refused = parley.person("quirin").get("/api/bot/limits?account_id=" + UUID.randomUUID());
        assertThat(refused.error()).isEqualTo("ACCOUNT_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'limits':[]}|limits",
                "{'limits':[{'action':'dance','per_hour':1,'per_day':1}]}|limits[0].action",
                "{'limits':[{'action':'like','per_hour':-1,'per_day':1}]}|limits[0].per_hour",
                "{'limits':[{'action':'like','per_hour':1,'per_day':1000001}]}|limits[0].per_day",
                "{'limits':[{'action':'like','per_hour':1}]}|limits[0].per_day",
                "{'limits':[{'action':'like','per_hour':1,'per_day':1},{'action':'like','per_hour':2,'per_day':2}]}|limits",
            })
    void what_is_not_right_is_refused_by_its_field(String body, String field) {
        var refused = admin.put("/api/admin/limits", json(body));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.body().path("fields").get(0).path("field").asString())
                .isEqualTo(field);
    }

    private static String limit(String action, int perHour, int perDay) {
        return json("{'limits':[{'action':'%s','per_hour':%d,'per_day':%d}]}".formatted(action, perHour, perDay));
    }

    private static JsonNode action(JsonNode list, String action) {
        for (var entry : list) {
            if (entry.path("action").asString().equals(action)) {
                return entry;
            }
        }
        throw new AssertionError("no " + action + " in " + list);
    }
}
