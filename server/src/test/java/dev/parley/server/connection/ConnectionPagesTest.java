package dev.parley.server.connection;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.account.WorkingHoursText;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingVisitor.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionPagesTest {

    private static final String PASSWORD = "sandbox-pass";

    private static final SandboxServer instagram = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of("parley.sandbox-url", instagram.baseUrl()));

    @AfterAll
    static void close() {
        instagram.close();
    }

    @Test
    void a_person_connects_starts_tests_stops_logs_out_and_removes_an_account() {
        var alma = parley.visitor("alma");
        assertThat(alma.get("/").words()).contains("Connect your first account", "Demo Instagram");

        alma.get("/accounts/connect/mobile");
        var connected = alma.submit("/accounts/connect/mobile", "username", "@Alma.Plain", "password", PASSWORD);
        var account = account(connected);
        assertThat(alma.follow(connected).words()).contains("@alma.plain", "Connected", "Works", "10 of 10 this hour");

        assertThat(alma.submit(account + "/activation").status()).isEqualTo(302);
        assertThat(alma.get("/").words()).contains("Running");

        assertThat(alma.submit(account + "/session-checks").status()).isEqualTo(302);
        assertThat(alma.get("/").words()).contains("tested just now, it works");

        alma.delete(account + "/activation");
        assertThat(alma.get("/").words()).contains("Stopped").doesNotContain("Running");

        assertThat(alma.get(account + "/disconnection").words()).contains("Disconnect @alma.plain?");
        alma.delete(account + "/session");
        assertThat(alma.get("/").words()).contains("Disconnected", "None that works");

        assertThat(alma.delete(account).location()).isEqualTo("/");
        assertThat(alma.get("/").words()).contains("Connect your first account");
    }

    @Test
    void an_account_has_working_hours_and_a_pace() {
        var nora = parley.visitor("nora");
        var username = instagram.makeAccounts("nora", 1).getFirst().account().username();
        nora.get("/accounts/connect/mobile");
        var account = account(nora.submit("/accounts/connect/mobile", "username", username, "password", PASSWORD));
        assertThat(nora.get(account).words()).contains("Jobs go on at any time");
        var form = account + "/working-hours";

        nora.get(form);
        var wrong = nora.submit(form, "monday", "nine", "time_zone", "Europe/Berlin", "pace", "11");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.words()).contains("must be hours such as 09:00-17:30");
        assertThat(wrong.text()).contains("value=\"nine\"");
        var none = nora.submit(form, "time_zone", "Europe/Berlin", "pace", "1");
        assertThat(none.words()).contains("Tick this, or give the hours of a day");

        var day =
                WorkingHoursText.name(LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek());
        var kept = nora.submit(form, day, "9:00-12:30, 22:00-02:00", "time_zone", "Europe/Berlin", "pace", "3");
        assertThat(nora.follow(kept).words())
                .contains("09:00-12:30, 22:00-02:00", "Europe/Berlin", "Outside its working hours", "3 times as long");

        var api = parley.person("nora");
        var path = "/api" + account;
        var read = api.get(path).body();
        assertThat(read.path("working_hours").toString())
                .isEqualTo("{\"%s\":[\"09:00-12:30\",\"22:00-02:00\"]}".formatted(day));
        assertThat(read.path("time_zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(read.path("pace").asInt()).isEqualTo(3);
        assertThat(api.get("/api/accounts").body().path("items").get(0)).isEqualTo(read);
        var changed = api.patch(path, json("{'working_hours': {}, 'time_zone': 'Asia/Kathmandu'}"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("working_hours").isEmpty()).isTrue();
        assertThat(changed.body().path("pace").asInt()).isEqualTo(3);
        for (var bad : new String[] {
            "{'working_hours': {'someday': ['09:00-10:00']}}",
            "{'working_hours': {'monday': null}}",
            "{'working_hours': {'monday': [null]}}",
            "{'time_zone': 'Berlin'}",
            "{'pace': 0}",
            "{'pace': 11}"
        }) {
            assertThat(api.patch(path, json(bad)).status()).as(bad).isEqualTo(400);
        }
        assertThat(api.get("/api/activity?action=change-working-hours").body().path("items"))
                .hasSize(2);
    }

    @Test
    void a_second_factor_is_asked_for_and_answered() {
        var tomas = parley.visitor("tomas");
        tomas.get("/accounts/connect/mobile");
        var needed = tomas.submit("/accounts/connect/mobile", "username", "tomas.totp", "password", PASSWORD);
        assertThat(needed.location()).startsWith("/accounts/verification/");
        assertThat(tomas.follow(needed).words())
                .contains("Instagram wants a code for @tomas.totp", "authenticator app", "5 tries left");

        assertThat(tomas.get("/").words()).contains("Needs attention", "Enter the code");

        var wrong = tomas.submit(needed.location(), "code", "000000");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words()).contains("Wrong code", "4 tries left", "E-AUTH-E-0007");
        for (var nonsense : new String[] {" ", "12", "not a code!"}) {
            assertThat(tomas.submit(needed.location(), "code", nonsense).status())
                    .as("“%s” costs no try and ends nothing", nonsense)
                    .isEqualTo(400);
        }

        var right = tomas.submit(needed.location(), "code", instagram.totpCode("tomas.totp"));
        assertThat(tomas.follow(right).words())
                .contains("@tomas.totp", "Connected")
                .doesNotContain("Needs attention");
        assertThat(tomas.get(needed.location()).words()).contains("The verification has ended", "Connect an account");
    }

    @Test
    void a_challenge_says_where_the_code_went_and_sends_it_again() {
        var chloe = parley.visitor("chloe");
        chloe.get("/accounts/connect/mobile");
        var needed = chloe.submit("/accounts/connect/mobile", "username", "chloe.challenge", "password", PASSWORD);
        var page = chloe.follow(needed);
        if (page.words().contains("Choose how")) {
            page = chloe.follow(chloe.submit(needed.location() + "/codes", "method", "EMAIL"));
        }
        assertThat(page.words()).contains("Instagram has sent an e-mail to");

        assertThat(chloe.submit(needed.location() + "/codes").location()).isEqualTo(needed.location());
        assertThat(chloe.submit(needed.location() + "/codes", "method", "TOTP").words())
                .contains("Instagram does not offer this way");
    }

    @Test
    void a_refused_sign_in_shows_the_form_again_without_the_password() {
        var sami = parley.visitor("sami");
        sami.get("/accounts/connect/mobile");
        var refused = sami.submit("/accounts/connect/mobile", "username", "sami.sms", "password", "a canary password");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Instagram refused the sign-in", "E-AUTH-E-0006");
        assertThat(refused.text()).contains("value=\"sami.sms\"").doesNotContain("a canary password");

        var empty = sami.submit("/accounts/connect/mobile", "username", "", "password", "");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.text()).contains("is-invalid");
        var impossible = sami.submit("/accounts/connect/mobile", "username", "no name", "password", "x");
        assertThat(impossible.words()).contains("at most 30 letters, digits, points and underscores");
    }

    @Test
    void the_page_of_an_account_tells_how_its_session_stands_and_keeps_its_password_where_that_is_wanted() {
        var kate = parley.visitor("kate");
        instagram.makeAccounts("kate", 1);
        kate.get("/accounts/connect/mobile");
        var account = account(kate.submit("/accounts/connect/mobile", "username", "kate.1", "password", PASSWORD));
        var page = kate.get(account);
        assertThat(page.words())
                .contains(
                        "@kate.1",
                        "Connected",
                        "Works",
                        "Signed in",
                        "Expires",
                        "The app’s API",
                        "may be locked for good")
                .contains("Keep the password");

        var wrong = kate.submit(account + "/kept-password", "password", "a canary password");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.words()).contains("must be the one of the last sign-in");
        assertThat(wrong.text()).doesNotContain("a canary password");
        var kept = kate.submit(account + "/kept-password", "password", PASSWORD);
        assertThat(kate.follow(kept).words()).contains("Forget the password");

        instagram.script(
                ScriptedFault.of(Call.CURRENT_USER, Fault.CHECKPOINT_REQUIRED).times(1));
        var tested = kate.submit(account + "/session-checks?fromItsPage=true");
        assertThat(kate.follow(tested).words())
                .contains("None that works", "Instagram wants the owner", "E-AUTH-E-0009", "Sign in again");
        assertThat(kate.follow(kate.submit(account + "/session")).words()).contains("Works");

        assertThat(kate.follow(kate.delete(account + "/kept-password")).words()).contains("Keep the password");
        assertThat(kate.submit(account + "/session").location()).isEqualTo(account);
    }

    @Test
    void a_form_of_another_site_is_refused() {
        var vera = parley.visitor("vera");
        var forged = vera.forge("/accounts/connect/mobile", "username", "alma.plain", "password", PASSWORD);
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.words()).contains("The form has expired");
    }

    @Test
    void strangers_and_other_tenants_reach_nothing() {
        var boris = parley.visitor("boris");
        boris.get("/accounts/connect/mobile");
        instagram.makeAccounts("boris", 1);
        var account = account(boris.submit("/accounts/connect/mobile", "username", "boris.1", "password", PASSWORD));
        var other = parley.visitor("oscar");
        other.get("/");
        assertThat(other.get(account + "/disconnection").status()).isEqualTo(404);
        for (var action : new String[] {"/activation", "/session-checks"}) {
            assertThat(other.submit(account + action).status()).as(action).isEqualTo(404);
        }
        for (var action : new String[] {"/activation", "/session", ""}) {
            assertThat(other.delete(account + action).status()).as(action).isEqualTo(404);
        }
        var stranger = parley.visitor();
        for (var path : new String[] {"/", "/accounts/connect", account + "/disconnection"}) {
            assertThat(stranger.get(path).location()).startsWith("/login?next=");
        }
    }

    private static String account(Page connected) {
        assertThat(connected.location()).startsWith("/#account-");
        return connected.location().replace("/#account-", "/accounts/");
    }
}
