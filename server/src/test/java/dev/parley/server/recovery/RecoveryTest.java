package dev.parley.server.recovery;

import static dev.parley.server.testing.TestingApi.json;
import static dev.parley.server.testing.TestingParley.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.factor.TestingApp;
import dev.parley.server.identity.FirstAdministrator;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingMailServer;
import dev.parley.server.testing.TestingParley;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecoveryTest {

    @RegisterExtension
    static final TestingMailServer mail = new TestingMailServer();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(mail.settings());

    private static final String RESET = "Choose another password";
    private static final String OTHER = "a wider river at dusk";

    @AfterEach
    void the_clock_runs_on() {
        parley.clock().reset();
    }

    @Test
    void a_forgotten_password_is_replaced_by_a_link_that_works_once() {
        var alma = parley.person("alma");
        assertThat(forgot("alma@example.org").status()).isEqualTo(202);
        var token = mail.letter("alma@example.org", RESET).token();
        assertThat(reset(token, OTHER).status()).isEqualTo(200);
        assertThat(alma.get("/api/me").status()).isEqualTo(401);
        assertThat(parley.as("alma", OTHER).get("/api/me").status()).isEqualTo(200);
        assertThat(mail.letter("alma@example.org", "Your password was changed").text())
                .contains("account alma");
        var again = reset(token, PASSWORD);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.error()).isEqualTo("LINK_ENDED");
    }

    @Test
    void a_reset_signs_nobody_in() {
        parley.person("ben");
        var answer = reset(link("ben"), OTHER);
        assertThat(answer.text()).isEqualTo("{\"success\":true}");
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void a_link_ends_after_ten_minutes() {
        parley.person("cora");
        var token = link("cora");
        parley.clock().advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(reset(token, OTHER).error()).isEqualTo("LINK_ENDED");
    }

    @Test
    void an_unknown_address_is_answered_alike_and_costs_the_same() {
        parley.person("dina");
        var rows = rows();
        var known = parley.api()
                .with("X-Correlation-Id", "same")
                .post("/api/auth/forgot-password", email("dina@example.org"));
        var afterKnown = rows();
        var unknown = parley.api()
                .with("X-Correlation-Id", "same")
                .post("/api/auth/forgot-password", email("nobody@example.org"));
        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(202);
        assertThat(unknown.text()).isEqualTo(known.text());
        assertThat(rows() - afterKnown).isEqualTo(afterKnown - rows).isEqualTo(1);
        var told = parley.admin()
                .get("/api/admin/audit?action=ask-reset-link&limit=2")
                .body();
        assertThat(told.at("/items/0/subject").isNull()).isTrue();
        assertThat(told.at("/items/1/subject").asString()).isEqualTo("dina");
        mail.letter("dina@example.org", RESET);
        assertThat(mail.lettersTo("nobody@example.org")).isEmpty();
    }

    @Test
    void asking_again_and_again_sends_one_mail_a_minute() {
        parley.person("edda");
        IntStream.range(0, 5).forEach(n -> forgot("EDDA@example.org"));
        mail.letter("edda@example.org", RESET);
        parley.clock().advance(Duration.ofMinutes(2));
        forgot("edda@example.org");
        parley.person("edda-too");
        forgot("edda-too@example.org");
        mail.letter("edda-too@example.org", RESET);
        assertThat(mail.lettersTo("edda@example.org").stream()
                        .filter(letter -> letter.subject().equals(RESET)))
                .hasSize(2);
    }

    @Test
    void links_lead_to_the_address_of_the_settings_whatever_a_request_says() {
        parley.person("finn");
        parley.api()
                .with("X-Forwarded-Host", "evil.example")
                .with("Forwarded", "host=evil.example")
                .post("/api/auth/forgot-password", email("finn@example.org"));
        var link = URI.create(mail.letter("finn@example.org", RESET).link());
        assertThat(link.getAuthority()).isEqualTo("localhost:" + parley.uri("/").getPort());
    }

    @Test
    void a_weak_password_does_not_use_the_link_up() {
        parley.person("gerd");
        var token = link("gerd");
        var refused = reset(token, "password12345");
        assertThat(refused.error()).isEqualTo("PASSWORD_TOO_WEAK");
        assertThat(reset(token, OTHER).status()).isEqualTo(200);
    }

    @Test
    void another_password_ends_the_links_that_wait() {
        var hans = parley.person("hans");
        var token = link("hans");
        var id = hans.get("/api/me").field("id");
        hans.put(
                "/api/users/" + id + "/change-password",
                json("{'current_password': '%s', 'new_password': '%s'}".formatted(PASSWORD, OTHER)));
        assertThat(reset(token, "a third river at noon").error()).isEqualTo("LINK_ENDED");
    }

    @Test
    void a_disabled_person_gets_no_link_and_has_none() {
        var ida = parley.person("ida");
        var token = link("ida");
        var id = ida.get("/api/me").field("id");
        parley.admin().patch("/api/users/" + id, json("{'disabled': true}"));
        assertThat(reset(token, OTHER).error()).isEqualTo("LINK_ENDED");
        parley.clock().advance(Duration.ofMinutes(2));
        mail.empty();
        assertThat(forgot("ida@example.org").status()).isEqualTo(202);
        parley.person("ida-too");
        forgot("ida-too@example.org");
        mail.letter("ida-too@example.org", RESET);
        assertThat(mail.lettersTo("ida@example.org").stream()
                        .filter(letter -> letter.subject().equals(RESET)))
                .isEmpty();
    }

    @Test
    void an_administrator_gives_a_link_where_there_is_no_mail() {
        var jan = parley.person("jan");
        var id = jan.get("/api/me").field("id");
        var given = parley.admin().post("/api/users/" + id + "/reset-link");
        assertThat(given.status()).isEqualTo(201);
        assertThat(given.field("expires_at")).isNotEmpty();
        var token = given.field("link").replaceFirst(".*/reset-password\\?token=", "");
        assertThat(jan.post("/api/users/" + id + "/reset-link").error()).isEqualTo("FORBIDDEN");
        assertThat(reset(token, OTHER).status()).isEqualTo(200);
        assertThat(parley.as("jan", OTHER).get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void only_hashes_of_links_are_stored_and_mail_is_sealed() {
        parley.person("kaja");
        var token = link("kaja");
        var stored = parley.database().owner().sql("""
                        select (select coalesce(string_agg(mailed_links::text, ''), '') from mailed_links)
                            || (select coalesce(string_agg(outgoing_mail::text, ''), '') from outgoing_mail)
                            || (select coalesce(string_agg(activity_logs::text, ''), '') from activity_logs)
                        """).query(String.class).single();
        assertThat(stored).isNotEmpty().doesNotContain(token);
    }

    @Test
    void the_pages_lead_from_the_sign_in_to_another_password() {
        parley.person("lena");
        var visitor = parley.visitor();
        assertThat(visitor.get("/login").hasLink("/forgot-password")).isTrue();
        visitor.get("/forgot-password");
        var empty = visitor.submit("/forgot-password", "email", " ");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.words()).contains("must be the address of your account");
        assertThat(visitor.submit("/forgot-password", "email", "lena@example.org")
                        .words())
                .contains("Look into your mail");
        var link = URI.create(mail.letter("lena@example.org", RESET).link());
        assertThat(visitor.get(link.getRawPath() + "?" + link.getRawQuery()).hasForm("/reset-password"))
                .isTrue();
        var token = link.getRawQuery().replaceFirst("token=", "");
        var differs =
                visitor.submit("/reset-password", "token", token, "new_password", OTHER, "repeated_password", PASSWORD);
        assertThat(differs.status()).isEqualTo(400);
        assertThat(differs.words()).contains("differs from the new password");
        assertThat(visitor.submit("/reset-password", "token", token, "new_password", OTHER, "repeated_password", OTHER)
                        .words())
                .contains("Your password is changed");
        var used = visitor.get(link.getRawPath() + "?" + link.getRawQuery());
        assertThat(used.status()).isEqualTo(410);
        assertThat(used.hasLink("/forgot-password")).isTrue();
    }

    @Test
    void where_mail_is_sent_nobody_is_told_otherwise() {
        assertThat(parley.visitor().get("/forgot-password").words()).doesNotContain("sends no mail");
        assertThat(parley.visitor("admin").get("/").words())
                .contains("Set up a second factor")
                .doesNotContain("sends no mail");
    }

    @Test
    void whoever_has_the_machine_lets_the_administrator_in_again() throws Exception {
        try (var own = TestingParley.start()) {
            var admin = own.admin();
            own.database().owner().sql("""
                            with app as (
                                insert into authenticators (user_id, secret_sealed, confirmed_at, created_at)
                                select id, '', now(), now() from users)
                            update users set disabled_at = now()
                            """).update();
            var password = own.bean(FirstAdministrator.class).reset();
            assertThat(Files.readString(own.dataDir().resolve("admin-password")).strip())
                    .isEqualTo(password);
            assertThat(admin.get("/api/me").status()).isEqualTo(401);
            var again = own.as("admin", password);
            assertThat(again.get("/api/me").status()).isEqualTo(200);
            assertThat(again.get("/api/users").error()).isEqualTo("ACTION_REQUIRED");
        }
    }

    @Test
    void whoever_gets_in_in_another_way_from_now_on_is_told() {
        var olga = parley.person("olga");
        var app = TestingApp.reading(olga.post("/api/me/factors/totp").field("secret"), parley.clock());
        olga.post("/api/me/factors/totp/confirm", json("{'code': '%s'}".formatted(app.code())));
        told("olga", "An authenticator app was set up");
        olga.post("/api/me/factors/recovery-codes");
        told("olga", "You have new recovery codes");
        olga.post("/api/me/tokens", json("{'name': 'Reader'}"));
        told("olga", "An API token was made");
        olga.sendJson("DELETE", "/api/me/factors/totp", json("{'current_password': '%s'}".formatted(PASSWORD)));
        told("olga", "Your authenticator app was removed");
    }

    @Test
    void what_an_administrator_did_to_somebody_they_are_told() {
        var path = "/api/users/" + parley.person("petra").get("/api/me").field("id");
        parley.admin().delete(path + "/factors");
        assertThat(told("petra", "Your second factors were removed")).contains("account petra");
        parley.admin().patch(path, json("{'disabled': true}"));
        told("petra", "Your account was disabled");
        parley.admin().patch(path, json("{'disabled': false}"));
        told("petra", "You can sign in again");
        parley.admin().patch(path, json("{'role': 'admin'}"));
        assertThat(told("petra", "Your role was changed")).contains("it is Admin now");
    }

    @Test
    void of_a_browser_that_is_new_its_person_is_told_once() {
        var rosa = parley.visitor("rosa");
        assertThat(told("rosa", "You signed in with a new browser")).contains("account rosa", "127.0.0.1");
        rosa.get("/profile/email");
        assertThat(rosa.submit("/logout").location()).isEqualTo("/login");
        rosa.get("/login");
        assertThat(rosa.submit("/login", "username", "rosa", "password", PASSWORD)
                        .location())
                .isEqualTo("/");
        forgot("rosa@example.org");
        told("rosa", RESET);
        assertThat(mail.lettersTo("rosa@example.org").stream()
                        .filter(letter -> letter.subject().equals("You signed in with a new browser")))
                .hasSize(1);
    }

    private static String told(String username, String subject) {
        return mail.letter(username + "@example.org", subject).text();
    }

    @Test
    void the_strength_of_a_password_is_told_before_it_is_chosen() {
        var weak = strength("password12345");
        assertThat(weak.status()).isEqualTo(200);
        assertThat(weak.text()).contains("\"accepted\":false");
        assertThat(strength(OTHER).text()).contains("\"score\":4", "\"accepted\":true");
        var alma = parley.person("nora-the-gardener");
        assertThat(alma.post("/api/auth/password-strength", json("{'password': 'nora-the-gardener'}"))
                        .text())
                .contains("\"accepted\":false");
    }

    private static TestingApi.Answer strength(String password) {
        return parley.api().post("/api/auth/password-strength", json("{'password': '%s'}".formatted(password)));
    }

    private static TestingApi.Answer forgot(String address) {
        return parley.api().post("/api/auth/forgot-password", email(address));
    }

    private static TestingApi.Answer reset(String token, String password) {
        return parley.api()
                .post(
                        "/api/auth/reset-password",
                        json("{'token': '%s', 'new_password': '%s'}".formatted(token, password)));
    }

    /** The token of the link that the person asks for. */
    private static String link(String username) {
        forgot(username + "@example.org");
        return mail.letter(username + "@example.org", RESET).token();
    }

    private static String email(String address) {
        return json("{'email': '%s'}".formatted(address));
    }

    private static long rows() {
        return parley.database()
                .owner()
                .sql("select count(*) from mailed_links")
                .query(Long.class)
                .single();
    }
}
