package dev.parley.server.recovery;

import static dev.parley.server.testing.TestingApi.json;
import static dev.parley.server.testing.TestingParley.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingMailServer;
import dev.parley.server.testing.TestingParley;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmailTest {

    @RegisterExtension
    static final TestingMailServer mail = new TestingMailServer();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(mail.settings());

    private static final String CONFIRM = "Confirm your address";
    private static final String CHANGED = "Your address was changed";

    @AfterEach
    void the_clock_runs_on() {
        parley.clock().reset();
    }

    @Test
    void whoever_is_added_confirms_the_address_by_a_link_that_works_once() {
        var alma = parley.person("alma");
        assertThat(alma.get("/api/me/email").text()).contains("\"verified\":false");
        var token = mail.letter("alma@example.org", CONFIRM).token();
        assertThat(verify(token).status()).isEqualTo(200);
        assertThat(alma.get("/api/me/email").text()).contains("\"verified\":true");
        assertThat(verify(token).error()).isEqualTo("LINK_ENDED");
        assertThat(verify("guessed").error()).isEqualTo("LINK_ENDED");
    }

    @Test
    void another_address_counts_once_its_link_is_opened_and_both_are_told() {
        var ben = parley.person("ben");
        var pending = ben.put("/api/me/email", wanted("ben@elsewhere.example", PASSWORD));
        assertThat(pending.field("email")).isEqualTo("ben@example.org");
        assertThat(pending.field("pending_email")).isEqualTo("ben@elsewhere.example");
        assertThat(mail.letter("ben@example.org", "Your address is about to change")
                        .text())
                .contains("ben@elsewhere.example");
        assertThat(verify(mail.letter("ben@elsewhere.example", CONFIRM).token()).status())
                .isEqualTo(200);
        var now = ben.get("/api/me/email");
        assertThat(now.field("email")).isEqualTo("ben@elsewhere.example");
        assertThat(now.text()).contains("\"verified\":true", "\"pending_email\":null");
        mail.letter("ben@example.org", CHANGED);
        mail.letter("ben@elsewhere.example", CHANGED);
    }

    @Test
    void it_needs_a_fresh_sign_in() {
        var lena = parley.person("lena");
        var visitor = parley.visitor("lena");
        parley.clock().advance(Duration.ofMinutes(11));
        var refused = lena.put("/api/me/email", wanted("lena@elsewhere.example", PASSWORD));
        assertThat(refused.error()).isEqualTo("FRESH_SIGN_IN_REQUIRED");
        assertThat(lena.get("/api/me/email").text()).contains("\"pending_email\":null");
        var page = visitor.get("/profile/email");
        assertThat(page.hasForm("/profile/email")).isFalse();
        assertThat(page.hasLink("/profile/prove?next=/profile/email")).isTrue();
        var asked =
                visitor.submit("/profile/email", "new_email", "lena@elsewhere.example", "current_password", PASSWORD);
        assertThat(asked.location()).isEqualTo("/profile/prove?next=%2Fprofile%2Femail");
        visitor.follow(asked);
        var proven = visitor.submit("/profile/prove", "password", PASSWORD, "next", "/profile/email");
        assertThat(visitor.follow(proven).hasForm("/profile/email")).isTrue();
    }

    @Test
    void it_needs_the_current_password() {
        var cora = parley.person("cora");
        var refused = cora.put("/api/me/email", wanted("cora@elsewhere.example", "wrong"));
        assertThat(refused.error()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(cora.get("/api/me/email").text()).contains("\"pending_email\":null");
    }

    @Test
    void another_password_ends_a_change_that_waits() {
        var dina = parley.person("dina");
        dina.put("/api/me/email", wanted("dina@elsewhere.example", PASSWORD));
        var token = mail.letter("dina@elsewhere.example", CONFIRM).token();
        var id = dina.get("/api/me").field("id");
        dina.put(
                "/api/users/" + id + "/change-password",
                json("{'current_password': '%s', 'new_password': 'a wider river at dusk'}".formatted(PASSWORD)));
        assertThat(verify(token).error()).isEqualTo("LINK_ENDED");
        assertThat(dina.get("/api/me/email").field("email")).isEqualTo("dina@example.org");
    }

    @Test
    void an_address_that_somebody_has_meanwhile_is_refused() {
        var edda = parley.person("edda");
        edda.put("/api/me/email", wanted("finn@example.org", PASSWORD));
        var token = mail.letter("finn@example.org", CONFIRM).token();
        parley.person("finn");
        assertThat(verify(token).error()).isEqualTo("EMAIL_TAKEN");
    }

    @Test
    void an_administrator_changes_an_address_and_both_are_told() {
        var gerd = parley.person("gerd");
        verify(mail.letter("gerd@example.org", CONFIRM).token());
        var id = gerd.get("/api/me").field("id");
        parley.admin().patch("/api/users/" + id, json("{'email': 'gerd@elsewhere.example'}"));
        mail.letter("gerd@example.org", CHANGED);
        mail.letter("gerd@elsewhere.example", CHANGED);
        assertThat(gerd.get("/api/me/email").text()).contains("\"verified\":false");
        verify(mail.letter("gerd@elsewhere.example", CONFIRM).token());
        assertThat(gerd.get("/api/me/email").text()).contains("\"verified\":true");
    }

    @Test
    void the_link_is_sent_once_more_but_not_within_a_minute() {
        var hans = parley.person("hans");
        var first = mail.letter("hans@example.org", CONFIRM);
        assertThat(hans.post("/api/me/email/verification").status()).isEqualTo(202);
        parley.clock().advance(Duration.ofMinutes(2));
        assertThat(hans.post("/api/me/email/verification").status()).isEqualTo(202);
        parley.person("hans-too");
        mail.letter("hans-too@example.org", CONFIRM);
        var letters = mail.lettersTo("hans@example.org");
        assertThat(letters).hasSize(2);
        assertThat(letters.getLast().token()).isNotEqualTo(first.token());
        parley.clock().advance(Duration.ofHours(24));
        assertThat(verify(letters.getLast().token()).error()).isEqualTo("LINK_ENDED");
    }

    @Test
    void the_pages_show_change_and_confirm_it() {
        var visitor = parley.visitor("ida");
        assertThat(visitor.get("/profile/email").words()).contains("ida@example.org", "not confirmed");
        var wrong = visitor.submit("/profile/email", "new_email", "no address", "current_password", PASSWORD);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.words()).contains("must be an address");
        var refused = visitor.submit("/profile/email", "new_email", "ida@elsewhere.example", "current_password", "x");
        assertThat(refused.words()).contains("is wrong");
        visitor.submit("/profile/email", "new_email", "ida@elsewhere.example", "current_password", PASSWORD);
        assertThat(visitor.get("/profile/email").words()).contains("A link was sent to ida@elsewhere.example");
        var link = URI.create(mail.letter("ida@elsewhere.example", CONFIRM).link());
        var somewhereElse = parley.visitor();
        var asked = somewhereElse.get(link.getRawPath() + "?" + link.getRawQuery());
        assertThat(asked.hasForm("/verify-email")).isTrue();
        var token = link.getRawQuery().replaceFirst("token=", "");
        assertThat(somewhereElse.submit("/verify-email", "token", token).words())
                .contains("Your address is confirmed");
        assertThat(visitor.get("/profile/email").words()).contains("ida@elsewhere.example confirmed");
    }

    private static TestingApi.Answer verify(String token) {
        return parley.api().post("/api/auth/verify-email", json("{'token': '%s'}".formatted(token)));
    }

    private static String wanted(String address, String password) {
        return json("{'email': '%s', 'current_password': '%s'}".formatted(address, password));
    }
}
