package dev.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.journeys.testing.OnPage.button;
import static dev.parley.journeys.testing.OnPage.choosePassword;
import static dev.parley.journeys.testing.OnPage.heading;
import static dev.parley.journeys.testing.OnPage.link;
import static dev.parley.journeys.testing.OnPage.press;
import static dev.parley.journeys.testing.OnPage.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.journeys.testing.Browser;
import dev.parley.journeys.testing.Person;
import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.Truth;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole story on the pages, as a person would live it. */
class BrowserStoryTest {

    @RegisterExtension
    static final RunningParley parley = RunningParley.asDelivered();

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String PASSWORD = "a lamp over 7 quiet harbours";
    private static final String ACCOUNT = "tomas.totp";
    private static final String ANSWER = "We are, from ten to four.";
    private static final int WANTED = 5;
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(90_000);

    @BeforeAll
    static void theAdministratorChangesThePassword() {
        var page = browser.visit(parley.instance().address());
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile("/login"));
        browser.picture(page, "login");
        signIn(page, "admin", "wrong");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("E-AUTH-E-0001");
        signIn(page, "admin", parley.instance().folder().adminPassword().orElseThrow());
        choosePassword(page, parley.instance().folder().adminPassword().orElseThrow(), PASSWORD);
        assertThat(heading(page, "Home")).isVisible();
        page.context().close();
    }

    @Test
    void connects_an_account_follows_by_hashtag_and_shows_what_happened() {
        var page = aPersonComesAndChoosesAPassword();
        theSecondFactorSurvivesARestart(page);
        theSessionIsTested(page);
        fivePeopleAreFollowed(page);
        somebodyWritesAndIsAnswered(page);
        theActivityTellsEach(page);
        aRestartChangesNothing(page);
        theBotIsStoppedAndTheAccountDisconnected(page);
        assertThat(browser.complaints()).isEmpty();
    }

    private static Page aPersonComesAndChoosesAPassword() {
        var administrator = parley.administrator(PASSWORD);
        var temporary = administrator.adds("mira").text("temporary_password");
        var page = browser.visit(parley.instance().address());
        page.navigate("/accounts/connect");
        signIn(page, "mira", temporary);
        choosePassword(page, temporary, PASSWORD);
        page.navigate("/");
        assertThat(heading(page, "Connect your first account")).isVisible();
        return page;
    }

    private static void theSecondFactorSurvivesARestart(Page page) {
        link(page, "Connect an account").first().click();
        browser.picture(page, "ways-to-connect");
        button(page, "Use this way: The app’s API").click();
        browser.picture(page, "connect");
        page.getByLabel("Instagram username").fill(ACCOUNT);
        page.getByLabel("Instagram password").fill(Truth.PASSWORD);
        button(page, "Connect").click();
        assertThat(heading(page, "Instagram wants a code for @" + ACCOUNT)).isVisible();
        browser.picture(page, "code");

        page.getByLabel("Code").fill("000000");
        button(page, "Connect").click();
        assertThat(page.getByText("4 tries left")).isVisible();

        browser.whileAway(page, parley.server()::restart);

        page.getByLabel("Code").fill(parley.truth().totpNow());
        button(page, "Connect").click();
        assertThat(card(page)).containsText("Connected");
    }

    private static void theSessionIsTested(Page page) {
        button(page, "Test session").click();
        assertThat(card(page)).containsText("it works");
    }

    private static void fivePeopleAreFollowed(Page page) {
        button(page, "Start").click();
        assertThat(button(page, "Stop")).isVisible();

        link(page, "Jobs").click();
        link(page, "New job").click();
        page.getByLabel("Hashtag").fill("travel");
        page.getByLabel("How many people").fill(Integer.toString(WANTED));
        page.getByText("Filters: who the people have to be").click();
        page.getByLabel("Leave out private accounts").check();
        button(page, "Start the job").click();

        assertThat(heading(page, "Follow 5 people by #travel")).isVisible();
        assertThat(page.locator("#job")).containsText("5 of 5 followed", PATIENTLY);
        assertThat(page.locator("#job")).containsText("Completed");
        assertThat(page.getByText("Followed", new Page.GetByTextOptions().setExact(true)))
                .hasCount(WANTED);
        browser.picture(page, "job");
        assertThat(parley.truth().followsOf(ACCOUNT))
                .hasSize(WANTED)
                .allMatch(follow -> follow.times() == 1 && follow.inForce())
                .allSatisfy(follow ->
                        assertThat(page.getByText("@" + follow.target())).isVisible());
    }

    private static void somebodyWritesAndIsAnswered(Page page) {
        var guest = parley.truth().makeAccounts("guest", 1).getFirst();
        parley.truth().writes(guest, ACCOUNT, "Are you open on Sunday?");
        Person.signIn(parley.stranger(), "mira", PASSWORD)
                .api()
                .post("/api/conversations/sync")
                .expect(204);
        link(page, "Inbox").click();
        link(page, "@" + guest).click();
        assertThat(page.locator("#spoken")).containsText("Are you open on Sunday?");
        page.getByLabel("Your answer").fill(ANSWER);
        button(page, "Send").click();
        assertThat(page.locator("#spoken")).containsText(ANSWER, PATIENTLY);
        browser.picture(page, "conversation");
        assertThat(parley.truth().messages().stream()
                        .filter(message -> message.text().equals(ANSWER)))
                .singleElement()
                .matches(message -> message.recipient().equals(guest) && message.timesReceived() == 1);
        link(page, "Messages").click();
        assertThat(page.locator("#messages")).containsText(ANSWER);
        browser.picture(page, "messages");
    }

    private static void theActivityTellsEach(Page page) {
        link(page, "Activity").click();
        browser.picture(page, "activity");
        assertThat(parley.truth().followsOf(ACCOUNT))
                .allSatisfy(follow ->
                        assertThat(page.getByText(follow.target()).first()).isVisible());

        page.navigate("/errors/E-FLW-W-0002");
        assertThat(page.locator("main")).containsText("Follow limit near");
        browser.picture(page, "error-code");
    }

    private static void aRestartChangesNothing(Page page) {
        var logins = parley.truth().logins(ACCOUNT);
        browser.whileAway(page, parley.server()::restart);
        link(page, "Home").click();
        assertThat(card(page)).containsText("Connected");
        assertThat(button(page, "Stop")).isVisible();
        button(page, "Test session").click();
        assertThat(card(page)).containsText("it works");
        browser.picture(page, "home");
        assertThat(parley.truth().logins(ACCOUNT)).isEqualTo(logins);
    }

    private static void theBotIsStoppedAndTheAccountDisconnected(Page page) {
        button(page, "Stop").click();
        assertThat(button(page, "Start")).isVisible();
        link(page, "Disconnect").click();
        button(page, "Log out @" + ACCOUNT).click();
        assertThat(card(page)).containsText("None that works");
        assertThat(button(page, "Start")).hasCount(0);
        button(page, "Sign out").click();
        assertThat(page).hasURL(Pattern.compile("/login"));
    }

    /** The address is the one that Instagram's page sends browsers back to. */
    @Test
    void an_owner_agrees_on_instagrams_page_and_comes_back_connected() {
        var account = parley.truth().makeAccounts("official", 1).getFirst();
        var person = parley.administrator(PASSWORD).adds("vera");
        var page = browser.visit(
                URI.create("http://localhost:" + parley.instance().address().getPort()));
        page.navigate("/accounts/connect");
        signIn(page, "vera", person.text("temporary_password"));
        choosePassword(page, person.text("temporary_password"), PASSWORD);
        page.navigate("/accounts/connect");
        button(page, "Use this way: Meta’s official API").click();
        page.getByLabel("Instagram username").fill(account);
        button(page, "Go on").click();
        browser.picture(page, "agree");

        link(page, "Open Instagram’s page").click();
        page.getByLabel("Username").fill(account);
        page.getByLabel("Password").fill(Truth.PASSWORD);
        button(page, "Allow").click();

        assertThat(heading(page, "Back from Instagram")).isVisible();
        browser.picture(page, "back-from-instagram");
        button(page, "Connect @" + account).click();
        assertThat(page.getByRole(AriaRole.ARTICLE, new GetByRoleOptions().setName("@" + account)))
                .containsText("Connected");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void every_form_works_without_scripts() {
        var account = parley.truth().makeAccounts("plain", 1).getFirst();
        var person = parley.administrator(PASSWORD).adds("noah");
        var page = browser.visitWithoutScripts(parley.instance().address());
        page.navigate("/");
        signIn(page, "noah", person.text("temporary_password"));
        choosePassword(page, person.text("temporary_password"), PASSWORD);

        page.navigate("/accounts/connect");
        press(button(page, "Use this way: The app’s API"));
        page.getByLabel("Instagram username").fill(account);
        page.getByLabel("Instagram password").fill(Truth.PASSWORD);
        press(button(page, "Connect"));
        press(button(page, "Start"));
        press(link(page, "New job"));
        page.getByLabel("Hashtag").fill("two words");
        page.getByLabel("How many people").fill("10");
        press(button(page, "Start the job"));
        assertThat(page.getByLabel("Hashtag")).hasAttribute("aria-invalid", "true");

        page.getByLabel("Hashtag").fill("travel");
        press(button(page, "Start the job"));
        press(button(page, "Cancel the job"));
        assertThat(page.locator("#job")).containsText("Cancelled");
    }

    private static Locator card(Page page) {
        return page.getByRole(AriaRole.ARTICLE, new GetByRoleOptions().setName("@" + ACCOUNT));
    }
}
