package dev.parley.server.factor;

import static dev.parley.server.testing.TestingApi.json;
import static dev.parley.server.testing.TestingParley.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FreshSignInTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    private static final Duration A_WHILE = Duration.ofMinutes(11);

    @BeforeEach
    void the_clock_stands_still() {
        parley.clock().set(Instant.now());
    }

    @AfterEach
    void the_clock_runs_on() {
        parley.clock().reset();
    }

    private static TestingApi.Answer prove(TestingApi api, String how, String what) {
        return api.post("/api/me/proof", json("{'%s': '%s'}".formatted(how, what)));
    }

    private static void assertNotFresh(TestingApi.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.error()).isEqualTo("FRESH_SIGN_IN_REQUIRED");
        assertThat(answer.body().path("actions").path(0).asString()).isEqualTo("PROVE_AGAIN");
        assertThat(answer.field("recommended_action")).contains("POST /api/me/proof");
    }

    @Test
    void a_token_of_a_while_ago_changes_no_factor_until_its_holder_has_proven_it_again() {
        var alma = parley.person("alma");
        parley.clock().advance(A_WHILE);
        assertNotFresh(alma.post("/api/me/factors/totp"));
        assertThat(alma.get("/api/me/factors").status()).isEqualTo(200);
        assertThat(prove(alma, "password", "wrong").error()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(alma.post("/api/me/proof", "{}").error()).isEqualTo("VALIDATION_FAILED");
        assertNotFresh(alma.post("/api/me/factors/totp"));
        assertThat(prove(alma, "password", PASSWORD).status()).isEqualTo(200);
        var begun = alma.post("/api/me/factors/totp");
        assertThat(begun.status()).isEqualTo(201);

        var app = TestingApp.reading(begun.field("secret"), parley.clock());
        alma.post("/api/me/factors/totp/confirm", json("{'code': '%s'}".formatted(app.code())));
        parley.clock().advance(A_WHILE);
        assertNotFresh(alma.post("/api/me/factors/recovery-codes"));
        assertNotFresh(
                alma.sendJson("DELETE", "/api/me/factors/totp", json("{'current_password': '" + PASSWORD + "'}")));
        assertThat(prove(alma, "code", "000000").error()).isEqualTo("FACTOR_CODE_WRONG");
        assertThat(prove(alma, "code", app.code()).status()).isEqualTo(200);
        assertThat(prove(alma, "code", app.code()).status()).isEqualTo(422);
        assertThat(alma.post("/api/me/factors/recovery-codes").status()).isEqualTo(200);
    }

    @Test
    void roles_and_addresses_are_given_only_by_somebody_who_has_just_proven_who_they_are() {
        var boris = parley.person("boris").get("/api/me").field("id");
        var admin = parley.as("admin", PASSWORD);
        var path = "/api/users/" + boris;
        parley.clock().advance(A_WHILE);
        assertNotFresh(admin.patch(path, json("{'role': 'admin'}")));
        assertNotFresh(admin.patch(path, json("{'email': 'other@example.org'}")));
        assertNotFresh(
                admin.post("/api/users", json("{'username': 'carla', 'email': 'carla@example.org', 'role': 'admin'}")));
        assertThat(admin.patch(path, json("{'disabled': true}")).status()).isEqualTo(200);
        assertThat(prove(admin, "password", PASSWORD).status()).isEqualTo(200);
        assertThat(admin.patch(path, json("{'role': 'admin'}")).status()).isEqualTo(200);
    }

    @Test
    void an_administrator_helps_out_whoever_has_lost_their_factors() {
        var carlo = parley.person("carlo");
        var id = carlo.get("/api/me").field("id");
        var app = TestingApp.reading(carlo.post("/api/me/factors/totp").field("secret"), parley.clock());
        carlo.post("/api/me/factors/totp/confirm", json("{'code': '%s'}".formatted(app.code())));
        var admin = parley.as("admin", PASSWORD);
        var path = "/api/users/" + id + "/factors";
        assertThat(carlo.delete(path).error()).isEqualTo("FORBIDDEN");
        parley.clock().advance(A_WHILE);
        assertNotFresh(admin.delete(path));
        prove(admin, "password", PASSWORD);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(carlo.get("/api/me").status()).isEqualTo(401);
        var back = parley.as("carlo", PASSWORD);
        assertThat(back.get("/api/activity").text()).contains("remove-factors");
    }

    @Test
    void a_page_asks_again_and_goes_on_where_the_person_was() {
        var dora = parley.visitor("dora");
        dora.get("/profile/factors");
        var before = dora.cookie("SESSION");
        parley.clock().advance(A_WHILE);
        var asked = dora.submit("/profile/factors/totp");
        assertThat(asked.location()).isEqualTo("/profile/prove?next=%2Fprofile%2Ffactors");
        assertThat(dora.follow(asked).words()).contains("Is it you?");
        var wrong = dora.submit("/profile/prove", "password", "wrong", "next", "/profile/factors");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.words()).contains("The password is wrong.");
        var proven = dora.submit("/profile/prove", "password", PASSWORD, "next", "/profile/factors");
        assertThat(proven.location()).isEqualTo("/profile/factors");
        assertThat(dora.cookie("SESSION")).isNotEqualTo(before);
        dora.follow(proven);
        assertThat(dora.submit("/profile/factors/totp").location()).isEqualTo("/profile/factors/totp");
        assertThat(dora.submit("/profile/prove", "password", PASSWORD, "next", "//evil.example")
                        .location())
                .isEqualTo("/");
    }

    @Test
    void where_administrators_need_a_second_factor_nothing_works_for_one_without_but_setting_it_up() {
        try (var strict = TestingParley.start(Map.of("parley.identity.admins-need-second-factor", "true"))) {
            strict.clock().set(Instant.now());
            var admin = strict.admin();
            for (var refused : List.of(
                    admin.get("/api/users"), admin.get("/api/activity"), admin.get("/api/me/failed-attempts"))) {
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.error()).isEqualTo("ACTION_REQUIRED");
                assertThat(refused.body().path("actions").path(0).asString()).isEqualTo("SET_UP_SECOND_FACTOR");
            }
            var browser = strict.visitor();
            browser.get("/login");
            browser.submit("/login", "username", "admin", "password", PASSWORD);
            assertThat(browser.get("/activity").location()).isEqualTo("/profile/factors");
            assertThat(browser.get("/profile/factors").words())
                    .contains("Administrators of this instance need a second factor");

            var app = TestingApp.reading(admin.post("/api/me/factors/totp").field("secret"), strict.clock());
            admin.post("/api/me/factors/totp/confirm", json("{'code': '%s'}".formatted(app.code())));
            assertThat(admin.get("/api/users").status()).isEqualTo(200);
            assertThat(browser.get("/activity").status()).isEqualTo(200);
            var added = admin.post(
                    "/api/users",
                    json("{'username': 'emil', 'email': 'emil@example.org', 'password': '%s'}".formatted(PASSWORD)));
            assertThat(added.status()).isEqualTo(201);
            assertThat(admin.put("/api/admin/policies", json("{'admins_need_second_factor': false}"))
                            .error())
                    .isEqualTo("POLICY_FORCED");
        }
    }

    @Test
    void an_administrator_with_a_second_factor_demands_one_of_the_others_and_lets_it_be_again() {
        parley.person("greta");
        var admin = parley.as("admin", PASSWORD);
        var id = parley.as("greta", PASSWORD).get("/api/me").field("id");
        admin.patch("/api/users/" + id, json("{'role': 'admin'}"));
        var greta = parley.as("greta", PASSWORD);
        var need = json("{'admins_need_second_factor': true}");
        var refused = greta.put("/api/admin/policies", need);
        assertThat(refused.error()).isEqualTo("ACTION_REQUIRED");
        assertThat(refused.body().path("actions").path(0).asString()).isEqualTo("SET_UP_SECOND_FACTOR");
        assertThat(admin.get("/api/users").status()).isEqualTo(200);
        var app = TestingApp.reading(greta.post("/api/me/factors/totp").field("secret"), parley.clock());
        greta.post("/api/me/factors/totp/confirm", json("{'code': '%s'}".formatted(app.code())));
        assertThat(greta.put("/api/admin/policies", need)
                        .body()
                        .path("admins_need_second_factor")
                        .asBoolean())
                .isTrue();
        assertThat(admin.get("/api/users").error()).isEqualTo("ACTION_REQUIRED");
        assertThat(greta.get("/api/users").status()).isEqualTo(200);
        parley.clock().advance(A_WHILE);
        var let = json("{'admins_need_second_factor': false}");
        assertNotFresh(greta.put("/api/admin/policies", let));
        prove(greta, "password", PASSWORD);
        assertThat(greta.put("/api/admin/policies", let).status()).isEqualTo(200);
        assertThat(admin.get("/api/users").status()).isEqualTo(200);
        var told = admin.get("/api/admin/audit?action=change-policy").body().path("items");
        assertThat(told.path(0).path("user_name").asString()).isEqualTo("greta");
        assertThat(told.path(0).path("before").asBoolean()).isTrue();
        assertThat(told.path(0).path("after").asBoolean()).isFalse();
    }
}
