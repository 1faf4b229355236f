package dev.parley.server.identity;

import static dev.parley.server.testing.TestingApi.json;
import static dev.parley.server.testing.TestingParley.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingParley;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class SignInTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    @AfterEach
    void the_clock_runs_on() {
        parley.clock().reset();
    }

    @Test
    void the_first_administrator_must_change_the_generated_password_before_anything_else() throws Exception {
        try (var fresh = TestingParley.start()) {
            var file = fresh.dataDir().resolve("admin-password");
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            var first = Files.readString(file).strip();
            var login = fresh.api().post("/api/auth/login", login("admin", first));
            assertThat(login.status()).isEqualTo(200);
            assertThat(login.body().path("must_change_password").asBoolean()).isTrue();
            assertThat(login.body().path("user").path("role").asString()).isEqualTo("admin");

            var admin = fresh.api().token(login.field("token"));
            var refused = admin.get("/api/users");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.error()).isEqualTo("ACTION_REQUIRED");
            assertThat(refused.body().path("actions").get(0).asString()).isEqualTo("CHANGE_PASSWORD");
            assertThat(admin.get("/api/me").status()).isEqualTo(200);

            var id = login.body().path("user").path("id").asString();
            assertThat(admin.put("/api/users/" + id + "/change-password", change(first, PASSWORD))
                            .status())
                    .isEqualTo(200);
            assertThat(file).doesNotExist();
            assertThat(admin.get("/api/users").status()).isEqualTo(200);
        }
    }

    @Test
    void the_first_password_can_be_changed_without_a_token_while_that_is_due() throws Exception {
        try (var fresh = TestingParley.start()) {
            var first =
                    Files.readString(fresh.dataDir().resolve("admin-password")).strip();
            var body = json("{'username': 'admin', 'current_password': '%s', 'new_password': '%s'}");
            assertThat(fresh.api()
                            .post("/api/admin/initialize-password", body.formatted("wrong", PASSWORD))
                            .status())
                    .isEqualTo(401);
            assertThat(fresh.api()
                            .post("/api/admin/initialize-password", body.formatted(first, PASSWORD))
                            .status())
                    .isEqualTo(200);
            var again =
                    fresh.api().post("/api/admin/initialize-password", body.formatted(PASSWORD, "another quiet river"));
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.error()).isEqualTo("PASSWORD_CHANGE_NOT_DUE");
            assertThat(fresh.as("admin", PASSWORD).get("/api/users").status()).isEqualTo(200);
        }
    }

    @Test
    void an_unknown_user_and_a_wrong_password_cannot_be_told_apart() {
        parley.person("alma");
        var passwords = parley.bean(Passwords.class);
        var before = passwords.operations();
        var unknown = parley.api().with("X-Correlation-Id", "same").post("/api/auth/login", login("nobody", "wrong"));
        var afterUnknown = passwords.operations();
        var wrong = parley.api().with("X-Correlation-Id", "same").post("/api/auth/login", login("alma", "wrong"));
        var afterWrong = passwords.operations();
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.error()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(unknown.field("error_code")).isEqualTo("E-AUTH-E-0001");
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(afterUnknown - before).isEqualTo(afterWrong - afterUnknown).isEqualTo(1);
    }

    @Test
    void a_disabled_person_is_out_at_once() {
        var boris = parley.person("boris");
        var id = boris.get("/api/me").field("id");
        assertThat(parley.admin()
                        .patch("/api/users/" + id, json("{'disabled': true}"))
                        .status())
                .isEqualTo(200);
        assertThat(boris.get("/api/me").status()).isEqualTo(401);
        assertThat(parley.api()
                        .post("/api/auth/login", login("boris", PASSWORD))
                        .error())
                .isEqualTo("INVALID_CREDENTIALS");
        assertThat(parley.admin()
                        .patch("/api/users/" + id, json("{'disabled': false}"))
                        .status())
                .isEqualTo(200);
        assertThat(boris.get("/api/me").status()).isEqualTo(401);
        assertThat(parley.as("boris", PASSWORD).get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void a_token_ends_with_its_logout_and_with_its_time() {
        var clara = parley.person("clara");
        var other = parley.as("clara", PASSWORD);
        assertThat(clara.post("/api/auth/logout").status()).isEqualTo(200);
        assertThat(clara.get("/api/me").status()).isEqualTo(401);
        assertThat(other.get("/api/me").status()).isEqualTo(200);
        parley.clock().advance(Duration.ofDays(31));
        assertThat(other.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void another_password_ends_all_other_sessions_and_tokens() {
        var dora = parley.person("dora");
        var elsewhere = parley.as("dora", PASSWORD);
        var path = "/api/users/" + dora.get("/api/me").field("id") + "/change-password";
        assertThat(dora.put(path, change("wrong", "a wider river at dusk")).error())
                .isEqualTo("INVALID_CREDENTIALS");
        assertThat(dora.put(path, change(PASSWORD, "a wider river at dusk")).status())
                .isEqualTo(200);
        assertThat(dora.get("/api/me").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void weak_passwords_are_refused_naming_the_field() {
        var emil = parley.person("emil");
        var path = "/api/users/" + emil.get("/api/me").field("id") + "/change-password";
        for (var weak :
                new String[] {"short", "password12345", "emilemilemil", "111111111111", "x".repeat(129), PASSWORD}) {
            var refused = emil.put(path, change(PASSWORD, weak));
            assertThat(refused.error()).as(weak).isEqualTo("PASSWORD_TOO_WEAK");
            assertThat(refused.body().path("fields").get(0).path("field").asString())
                    .isEqualTo("new_password");
        }
        var unicode = "пароль-für-日本語-🙂🙂";
        assertThat(emil.put(path, change(PASSWORD, unicode)).status()).isEqualTo(200);
        assertThat(parley.as("emil", unicode).get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void a_bcrypt_hash_is_accepted_once_and_upgraded() {
        parley.person("fritz");
        var bcrypt = new BCryptPasswordEncoder(4).encode("an old password");
        parley.database()
                .owner()
                .sql("update users set password_hash = :hash where username = 'fritz'")
                .param("hash", bcrypt)
                .update();
        assertThat(parley.as("fritz", "an old password").get("/api/me").status())
                .isEqualTo(200);
        assertThat(parley.database()
                        .owner()
                        .sql("select password_hash from users where username = 'fritz'")
                        .query(String.class)
                        .single())
                .startsWith("{argon2id}");
        assertThat(parley.as("fritz", "an old password").get("/api/me").status())
                .isEqualTo(200);
    }

    @Test
    void only_hashes_of_tokens_and_passwords_are_stored() {
        var greta = parley.api().post("/api/auth/login", login("admin", PASSWORD));
        assertThat(parley.admin().get("/api/me").status()).isEqualTo(200);
        var stored = parley.database()
                .owner()
                .sql("select coalesce(string_agg(api_tokens::text || users::text, ''), '') from api_tokens, users")
                .query(String.class)
                .single();
        assertThat(stored).isNotEmpty().doesNotContain(PASSWORD).doesNotContain("parley_");
        assertThat(greta.status()).isEqualTo(200);
    }

    private static String login(String username, String password) {
        return json("{'username': '%s', 'password': '%s'}".formatted(username, password));
    }

    private static String change(String current, String wanted) {
        return json("{'current_password': '%s', 'new_password': '%s'}".formatted(current, wanted));
    }
}
