package dev.parley.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.server.testing.Hands.button;
import static dev.parley.server.testing.Hands.exactly;
import static dev.parley.server.testing.Hands.fill;
import static dev.parley.server.testing.Hands.follow;
import static dev.parley.server.testing.Hands.isAt;
import static dev.parley.server.testing.Hands.press;
import static dev.parley.server.testing.Hands.shows;
import static dev.parley.server.testing.Hands.signIn;
import static dev.parley.server.testing.Hands.signInHere;
import static dev.parley.server.testing.Hands.signOut;
import static dev.parley.server.testing.TestingApi.json;
import static dev.parley.server.testing.TestingParley.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.server.factor.TestingApp;
import dev.parley.server.testing.TestingAuthenticator;
import dev.parley.server.testing.TestingBrowser;
import dev.parley.server.testing.TestingMailServer;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.web.PublicAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How people get in, keep others out and work together, as they do it: in Chromium, with the mail that comes to them. */
class BrowserJourneysTest {

    @RegisterExtension
    static final TestingMailServer mail = new TestingMailServer();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(mail.settings());

    @RegisterExtension
    static final TestingBrowser browser = new TestingBrowser();

    private static final String OTHER = "a wider river at dusk";
    private static final String FACTORS = "/profile/factors";
    private static final String ACCESS = "/profile/access";
    private static final Duration ONE_CODE = Duration.ofSeconds(30);
    private static final int ENOUGH = 6;

    private final Page page = browser.page(address());

    @AfterEach
    void the_clock_runs_on() {
        parley.clock().reset();
    }

    @Test
    void the_first_password_is_changed_before_anything_else_works() {
        var added = parley.admin().post("/api/users", json("{'username': 'nina', 'email': 'nina@example.org'}"));
        var first = added.field("temporary_password");
        signIn(page, "nina", first, "/");
        isAt(page, "/profile/change-password");
        shows(page, "Choose a password of your own before you go on.");
        page.navigate("/activity");
        isAt(page, "/profile/change-password");
        fill(page, "Current password", first);
        fill(page, "New password", OTHER);
        fill(page, "New password again", OTHER);
        press(page, "Change password");
        isAt(page, "/");
        page.navigate("/activity");
        isAt(page, "/activity");
    }

    @Test
    void a_forgotten_password_is_replaced_through_a_mail() {
        parley.person("olaf");
        page.navigate("/login");
        follow(page, "Forgotten your password?");
        fill(page, "E-mail address", "olaf@example.org");
        press(page, "Send the link");
        shows(page, "Look into your mail");
        page.navigate(mail.letter("olaf@example.org", "Choose another password").link());
        fill(page, "New password", OTHER);
        fill(page, "New password again", OTHER);
        press(page, "Change password");
        shows(page, "Your password is changed");
        follow(page, "Sign in with the new one");
        signInHere(page, "olaf", OTHER);
        isAt(page, "/");
        mail.letter("olaf@example.org", "Your password was changed");
    }

    @Test
    void another_address_is_confirmed_where_it_is_and_both_are_told() {
        parley.person("pia");
        signIn(page, "pia", PASSWORD, "/profile/email");
        fill(page, "New address", "pia@elsewhere.example");
        fill(page, "Current password", PASSWORD);
        press(page, "Change the address");
        shows(page, "A link was sent to");
        mail.letter("pia@example.org", "Your address is about to change");
        var inTheMailProgram = browser.page(address());
        inTheMailProgram.navigate(
                mail.letter("pia@elsewhere.example", "Confirm your address").link());
        press(inTheMailProgram, "Yes, it is mine");
        shows(inTheMailProgram, "Your address is confirmed");
        mail.letter("pia@example.org", "Your address was changed");
        mail.letter("pia@elsewhere.example", "Your address was changed");
        page.navigate("/profile/email");
        shows(page, "pia@elsewhere.example");
        assertThat(exactly(page, "confirmed")).isVisible();
    }

    @Test
    void somebody_is_invited_by_mail_joins_and_leaves_again() {
        parley.person("quinn");
        parley.person("rita");
        signIn(page, "quinn", PASSWORD, "/workspaces");
        fill(page, "Name", "The studio");
        press(page, "Make the workspace");
        page.getByLabel("Role", new GetByLabelOptions().setExact(true)).selectOption("OPERATOR");
        page.getByLabel("E-mail, to which the link is sent").fill("rita@example.org");
        press(page, "Make the link");
        shows(page, "The link is on its way to rita@example.org.");

        var rita = browser.page(address());
        rita.navigate(mail.letter("rita@example.org", "You are invited to a workspace")
                .link());
        signInHere(rita, "rita", PASSWORD);
        shows(rita, "Join The studio?");
        press(rita, "Join as rita");
        assertThat(rita.getByRole(AriaRole.ROW, new GetByRoleOptions().setName("rita (you)")))
                .containsText("Operator");
        follow(rita, "Leave");
        press(rita, "Leave The studio");
        isAt(rita, "/workspaces");
        shows(rita, "Your workspaces");
        assertThat(exactly(rita, "The studio")).hasCount(0);
    }

    @Test
    void an_authenticator_app_is_set_up_and_asked_for_and_recovery_codes_stand_in() {
        parley.person("sven");
        signIn(page, "sven", PASSWORD, FACTORS);
        press(page, "Set up an authenticator app");
        var app = TestingApp.reading(page.locator(".long-secret").innerText(), parley.clock());
        fill(page, "Code that the app shows", app.code());
        press(page, "Switch on");
        shows(page, "Keep these recovery codes");
        var recoveryCode = page.locator(".recovery-codes code").first().innerText();
        follow(page, "I have kept them");
        shows(page, "Its code is asked for at each sign-in.");
        mail.letter("sven@example.org", "An authenticator app was set up");

        signOut(page);
        signIn(page, "sven", PASSWORD, FACTORS);
        shows(page, "One more step");
        fill(page, "Code", app.code(ONE_CODE));
        press(page, "Sign in");
        isAt(page, FACTORS);

        signOut(page);
        signIn(page, "sven", PASSWORD, FACTORS);
        fill(page, "Code", recoveryCode);
        press(page, "Sign in");
        isAt(page, FACTORS);

        signOut(page);
        signIn(page, "sven", PASSWORD, FACTORS);
        fill(page, "Code", recoveryCode);
        press(page, "Sign in");
        shows(page, "The code is wrong, or has been used already.");
    }

    @Test
    void a_passkey_is_added_and_lets_its_owner_in_with_and_without_the_password() {
        parley.person("alma");
        var device = TestingAuthenticator.at(page);
        signIn(page, "alma", PASSWORD, FACTORS);
        fill(page, "Name of the new passkey", "this laptop");
        press(page, "Add a passkey");
        follow(page, "I have kept them");
        assertThat(page.getByText("this laptop").first()).isVisible();
        assertThat(device.credentials()).isEqualTo(1);
        mail.letter("alma@example.org", "A passkey was added");
        fill(page, "Name of the new passkey", "the same again");
        press(page, "Add a passkey");
        shows(page, "This device has a passkey of yours already.");

        signOut(page);
        page.navigate("/login?next=" + FACTORS);
        press(page, "Sign in with a passkey");
        isAt(page, FACTORS);
        shows(page, "last used");

        signOut(page);
        signIn(page, "alma", PASSWORD, FACTORS);
        shows(page, "One more step");
        press(page, "Sign in with a passkey");
        isAt(page, FACTORS);
    }

    @Test
    void a_session_elsewhere_is_seen_and_ended() {
        parley.person("tara");
        var elsewhere = browser.page(address());
        signIn(elsewhere, "tara", PASSWORD, ACCESS);
        isAt(elsewhere, ACCESS);
        signIn(page, "tara", PASSWORD, ACCESS);
        var end = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("^Sign out Chrome")));
        assertThat(end).hasCount(1);
        end.click();
        assertThat(end).hasCount(0);
        elsewhere.navigate(ACCESS);
        shows(elsewhere, "Sign in to Parley");
    }

    @Test
    void a_token_is_shown_once_works_and_is_revoked() {
        parley.person("ulla");
        signIn(page, "ulla", PASSWORD, ACCESS);
        fill(page, "Name", "the spreadsheet");
        press(page, "Make the token");
        shows(page, "Copy it now: it is not shown again.");
        var program = parley.api().token(page.getByLabel("The new token").inputValue());
        assertThat(program.get("/api/accounts").status()).isEqualTo(200);
        page.navigate(ACCESS);
        assertThat(page.getByLabel("The new token")).hasCount(0);
        press(page, "Revoke the spreadsheet");
        assertThat(button(page, "Revoke the spreadsheet")).hasCount(0);
        assertThat(program.get("/api/accounts").status()).isEqualTo(401);
    }

    @Test
    void whoever_guesses_is_kept_waiting_and_not_told_so() {
        parley.person("vera");
        parley.clock().set(Instant.now());
        signIn(page, "vera", "wrong", "/");
        var refusal = page.getByRole(AriaRole.ALERT).textContent();
        IntStream.range(0, ENOUGH).forEach(n -> signIn(page, "vera", "wrong", "/"));
        signIn(page, "vera", PASSWORD, "/");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText(refusal);
        parley.clock().advance(Duration.ofMinutes(16));
        signIn(page, "vera", PASSWORD, "/");
        isAt(page, "/");
    }

    @Test
    void the_keyboard_is_enough_to_sign_in() {
        parley.person("wim");
        page.navigate("/login");
        assertThat(page.getByLabel("Username")).isFocused();
        page.keyboard().type("wim");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Tab");
        assertThat(button(page, "Sign in")).isFocused();
        page.keyboard().press("Enter");
        assertThat(button(page, "Sign out")).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
    }

    @Test
    void nothing_of_it_needs_scripts() {
        parley.person("xenia");
        var plain = browser.pageWithoutScripts(address());
        signIn(plain, "xenia", PASSWORD, FACTORS);
        press(plain, "Set up an authenticator app");
        var app = TestingApp.reading(plain.locator(".long-secret").innerText(), parley.clock());
        fill(plain, "Code that the app shows", app.code());
        press(plain, "Switch on");
        follow(plain, "I have kept them");
        follow(plain, "Sessions and tokens");
        fill(plain, "Name", "a script");
        press(plain, "Make the token");
        shows(plain, "Copy it now: it is not shown again.");
        press(plain, "Revoke a script");
        assertThat(button(plain, "Revoke a script")).hasCount(0);
        follow(plain, "E-mail address");
        fill(plain, "New address", "xenia@elsewhere.example");
        fill(plain, "Current password", PASSWORD);
        press(plain, "Change the address");
        shows(plain, "A link was sent to");
        signOut(plain);
        signIn(plain, "xenia", PASSWORD, "/");
        fill(plain, "Code", app.code(ONE_CODE));
        press(plain, "Sign in");
        isAt(plain, "/");
    }

    @Test
    void an_administrator_helps_out_whoever_cannot_get_in() {
        parley.person("yann");
        var plain = browser.pageWithoutScripts(address());
        parley.admin();
        signIn(plain, "admin", PASSWORD, "/admin/people");
        follow(plain, "yann");
        press(plain, "Link for another password for yann");
        page.navigate(plain.locator(".shown-once").innerText());
        fill(page, "New password", OTHER);
        fill(page, "New password again", OTHER);
        press(page, "Change password");
        shows(page, "Your password is changed");
        follow(plain, "Back to yann");
        shows(plain, "Can sign in");
    }

    private static String address() {
        return parley.bean(PublicAddress.class).of("/").toString();
    }
}
