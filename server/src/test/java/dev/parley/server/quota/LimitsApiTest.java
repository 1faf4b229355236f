package dev.parley.server.quota;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.testing.TestingAccounts;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import java.util.List;
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
    void an_account_has_limits_of_its_own_and_the_lowest_is_in_force() {
        var rosa = parley.person("rosa");
        var account = account(rosa, "rosa.plain");
        var set = rosa.put("/api/bot/limits", limit("follow", 3, 1000));
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.field("account_id")).isEqualTo(account.toString());
        var follow = action(rosa.get("/api/bot/limits").body().path("actions"), "follow");
        assertThat(follow.path("per_hour").asInt()).isEqualTo(3);
        assertThat(follow.path("left").asInt()).isEqualTo(3);
        assertThat(follow.path("limited_by").asString()).isEqualTo("account");
        assertThat(follow.path("hour_limited_by").asString()).isEqualTo("account");
        assertThat(follow.path("per_day").asInt()).isEqualTo(50);
        assertThat(follow.path("day_limited_by").asString()).isEqualTo("instance");
        assertThat(follow.path("opens_at").isNull()).isTrue();
        assertThat(action(set.body().path("own"), "follow").path("per_day").asInt())
                .isEqualTo(1000);
        assertThat(rosa.get("/api/audit?action=change-limits").text()).contains("rosa.plain", "1000");

        var none = json("{'account_id':'%s','limits':[{'action':'follow'}]}".formatted(account));
        assertThat(rosa.put("/api/bot/limits", none).body().path("own")).isEmpty();
    }

    @Test
    void a_workspace_has_limits_for_all_of_its_accounts() {
        var sara = parley.person("sara");
        account(sara, "sara.plain");
        var limits = "/api/workspaces/"
                + sara.get("/api/workspaces").body().at("/items/0/id").asString() + "/limits";
        var set = sara.put(limits, json("{'limits':[{'action':'follow','per_day':20}]}"));
        assertThat(set.status()).isEqualTo(200);
        assertThat(action(set.body().path("limits"), "follow").path("per_hour").isNull())
                .isTrue();
        assertThat(action(set.body().path("in_force"), "follow")
                        .path("per_hour")
                        .asInt())
                .isEqualTo(10);
        assertThat(action(sara.get(limits).body().path("in_force"), "follow")
                        .path("per_day")
                        .asInt())
                .isEqualTo(20);
        assertThat(action(sara.get("/api/bot/limits").body().path("actions"), "follow")
                        .path("day_limited_by")
                        .asString())
                .isEqualTo("workspace");
        assertThat(sara.get("/api/audit?action=change-limits").text()).contains("all accounts");
        assertThat(parley.person("thea").get(limits).status()).isEqualTo(404);
    }

    @Test
    void limits_are_for_whoever_may_adjust_them() {
        var owner = parley.person("ulla");
        account(owner, "ulla.plain");
        var workspace = owner.get("/api/workspaces").body().at("/items/0/id").asString();
        var operator = member(owner, workspace, "operator", "vera");
        var manager = member(owner, workspace, "manager", "wanda");
        var ofAll = "/api/workspaces/" + workspace + "/limits";
        for (var path : List.of("/api/bot/limits", ofAll)) {
            assertThat(operator.get(path).status()).isEqualTo(200);
            assertThat(operator.put(path, limit("like", 1, 1)).status()).isEqualTo(403);
            assertThat(manager.put(path, limit("like", 1, 1)).status()).isEqualTo(200);
        }
    }

    private static TestingApi member(TestingApi owner, String workspace, String role, String name) {
        var invitation =
                owner.post("/api/workspaces/" + workspace + "/invitations", json("{'role': '%s'}".formatted(role)));
        var member = parley.person(name);
        member.post("/api/invitations/accept", json("{'token': '%s'}".formatted(invitation.field("token"))));
        return member.with("X-Workspace", workspace);
    }

    @Test
    void without_an_account_there_is_none_to_limit() {
        var refused = parley.person("xenia").put("/api/bot/limits", limit("like", 1, 1));
        assertThat(refused.error()).isEqualTo("ACCOUNT_NOT_FOUND");
    }

    @Test
    void a_person_may_be_limited_by_the_day_alone() {
        var yves = parley.person("yves");
        var limits = "/api/admin/limits/" + yves.get("/api/me").field("id");
        var set = admin.put(limits, json("{'limits':[{'action':'like','per_day':5}]}"));
        assertThat(action(set.body().path("in_force"), "like").path("per_hour").asInt())
                .isEqualTo(40);
        assertThat(action(yves.get("/api/bot/limits").body().path("actions"), "like")
                        .path("limited_by")
                        .asString())
                .isEqualTo("user");
    }

    @Test
    void accounts_that_are_new_warm_up_and_their_owner_may_say_that_they_need_not() {
        var owner = parley.person("zoe");
        var account = account(owner, "zoe.plain");
        var workspace = owner.get("/api/workspaces").body().at("/items/0/id").asString();
        var manager = member(owner, workspace, "manager", "zita");
        connectedAgo(account, "3 days");
        assertThat(admin.put("/api/admin/warm-up", json("{'percents': [50, 80]}"))
                        .status())
                .isEqualTo(200);
        try {
            var limits = owner.get("/api/bot/limits").body();
            assertThat(limits.at("/warm_up/week").asInt()).isEqualTo(1);
            assertThat(limits.at("/warm_up/percent").asInt()).isEqualTo(50);
            assertThat(limits.at("/warm_up/next_percent").asInt()).isEqualTo(80);
            assertThat(action(limits.path("actions"), "follow").path("per_hour").asInt())
                    .isEqualTo(5);
            assertThat(action(limits.path("actions"), "follow")
                            .path("limited_by")
                            .asString())
                    .isEqualTo("warm_up");
            assertThat(manager.put("/api/bot/warm-up", json("{'used_for_long': true}"))
                            .status())
                    .isEqualTo(403);
            var waived = owner.put("/api/bot/warm-up", json("{'used_for_long': true}"));
            assertThat(waived.body().path("warm_up").isNull()).isTrue();
            assertThat(waived.body().path("used_for_long").asBoolean()).isTrue();
            assertThat(owner.get("/api/audit?action=change-warm-up").text()).contains("zoe.plain");
        } finally {
            admin.put("/api/admin/warm-up", json("{'percents': []}"));
        }
        assertThat(admin.get("/api/admin/warm-up").body().path("percents")).isEmpty();
        assertThat(admin.put("/api/admin/warm-up", json("{'percents': [101]}")).status())
                .isEqualTo(400);
        assertThat(admin.put("/api/admin/warm-up", json("{'percents': [50, 20]}"))
                        .error())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(owner.put("/api/admin/warm-up", json("{'percents': []}")).status())
                .isEqualTo(403);
    }

    private static void connectedAgo(AccountId account, String ago) {
        parley.database()
                .owner()
                .sql("""
                insert into warm_ups (account_id, workspace_id, began_at)
                select id, workspace_id, now() - :ago::interval from instagram_accounts where id = :account
                """)
                .param("account", account.value())
                .param("ago", ago)
                .update();
    }

    @Test
    void the_page_of_an_account_says_what_is_left_and_whose_limit_it_is() {
        var owner = parley.person("anna");
        var account = account(owner, "anna.plain");
        var anna = parley.visitor("anna");
        var page = "/accounts/" + account + "/limits";
        assertThat(anna.get(page).words())
                .contains("Limits of @anna.plain", "10 of 10 this hour", "Limit of the instance");
        var wrong = anna.submit(page, "follow_per_hour", "many", "follow_per_day", "7");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.words()).contains("must be a number from 0 to 1000000, or empty");
        assertThat(wrong.text()).contains("value=\"many\"", "value=\"7\"");
        assertThat(anna.submit(page, "follow_per_hour", "0", "follow_per_day", "7")
                        .location())
                .isEqualTo(page);
        assertThat(anna.get(page).words())
                .contains(
                        "0 of 0 this hour",
                        "7 of 7 in 24 hours",
                        "Limit of the account itself",
                        "nothing opens until it is raised");
        assertThat(anna.get("/accounts/" + UUID.randomUUID() + "/limits").status())
                .isEqualTo(404);
    }

    @Test
    void the_page_of_an_account_shows_its_warm_up_and_lets_its_owner_end_it() {
        var account = account(parley.person("berta"), "berta.plain");
        var berta = parley.visitor("berta");
        connectedAgo(account, "10 days");
        var page = "/accounts/" + account + "/limits";
        admin.put("/api/admin/warm-up", json("{'percents': [30, 50, 80]}"));
        try {
            assertThat(berta.get(page).words())
                    .contains("Warming up: week 2", "has 50 % of its limits", "Limit of the warm-up");
            assertThat(berta.submit("/accounts/" + account + "/warm-up-waiver").location())
                    .isEqualTo(page);
            assertThat(berta.get(page).words()).contains("No warm-up").doesNotContain("Limit of the warm-up");
            assertThat(berta.delete("/accounts/" + account + "/warm-up-waiver").location())
                    .isEqualTo(page);
            assertThat(berta.get(page).words()).contains("Warming up: week 2");
        } finally {
            admin.put("/api/admin/warm-up", json("{'percents': []}"));
        }
    }

    @Test
    void the_workspaces_limits_are_set_on_a_page() {
        var owner = parley.person("carla");
        account(owner, "carla.plain");
        var carla = parley.visitor("carla");
        var page = "/workspaces/"
                + owner.get("/api/workspaces").body().at("/items/0/id").asString() + "/limits";
        carla.get(page);
        assertThat(carla.submit(page, "like_per_hour", "-1").status()).isEqualTo(400);
        assertThat(carla.submit(page, "like_per_day", "33").location()).isEqualTo(page);
        assertThat(carla.get(page).text()).contains("value=\"33\"");
        assertThat(action(owner.get("/api/bot/limits").body().path("actions"), "like")
                        .path("day_limited_by")
                        .asString())
                .isEqualTo("workspace");
    }

    @Test
    void administrators_set_limits_and_warm_up_on_pages() {
        var id = parley.person("dora").get("/api/me").field("id");
        var boss = parley.visitor("admin");
        boss.get("/admin/limits/" + id);
        assertThat(boss.submit("/admin/limits/" + id, "first_contact_per_day", "1")
                        .location())
                .isEqualTo("/admin/limits/" + id);
        var page = boss.get("/admin/limits");
        assertThat(page.words()).contains("Limits of the instance", "dora");
        assertThat(boss.submit("/admin/limits", "like_per_hour", "").words())
                .contains("must be a number from 0 to 1000000");
        for (var wrong : List.of("20,x", "0", "70, 20", "101")) {
            assertThat(boss.submit("/admin/limits/warm-up", "percents", wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(boss.submit("/admin/limits/warm-up", "percents", " ").location())
                .isEqualTo("/admin/limits");
    }

    private static AccountId account(TestingApi owner, String username) {
        var caller = new Caller(
                UserId.of(owner.get("/api/me").field("id")),
                "owner",
                false,
                WorkspaceId.of(
                        owner.get("/api/workspaces").body().at("/items/0/id").asString()));
        return TestingAccounts.add(parley.database(), caller, username);
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
