package dev.parley.sandbox.website;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.account.LoginTruth;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What gets in the way of somebody who only wants to go on. */
@ExtendWith(SandboxExtension.class)
class InTheWayTest {
    @RegisterExtension
    private static final TestingBrowser BROWSER = new TestingBrowser();

    @Test
    void questions_come_once_and_a_saved_account_goes_on_without_a_password(SandboxServer sandbox) {
        sandbox.website()
                .variant(Variant.COOKIES_BUTTON)
                .variant(Variant.LANDING_SHOWN)
                .variant(Variant.SAVE_INFO_DIALOG)
                .variant(Variant.NOTIFICATIONS_LATE)
                .variant(Variant.SAVED_ACCOUNT_CONTINUE_AS);
        Page page = BROWSER.visit(sandbox.baseUrl());
        var site = new Site(page);
        page.navigate("/");
        site.button("Decline optional cookies").click();
        assertThat(page.locator("input[type=password]")).hasCount(0);
        site.button("Log in").click();
        page.getByLabel("Phone number, username, or email").fill("alma.plain");
        page.getByLabel("Password").fill("sandbox-pass");
        page.keyboard().press("Enter");
        site.button("Save info").click();
        site.button("Not Now").click();

        sandbox.revokeSessions("alma.plain");
        page.reload();
        site.button("Continue as alma.plain").click();

        assertThat(page.locator("svg[aria-label=Home]")).isVisible();
        assertThat(site.dialog()).hasCount(0);
        assertThat(sandbox.logins("alma.plain")).extracting(LoginTruth::how).containsExactly("password", "one_tap");
    }

    @Test
    void a_warning_is_in_the_way_until_it_is_dismissed(SandboxServer sandbox) {
        sandbox.website().variant("fan.1", Variant.STANDING_SCRAPING_WARNING);
        var site = new Site(BROWSER.visit(sandbox.baseUrl()));
        site.adopt(sandbox.makeAccounts("fan", 1).getFirst(), sandbox.baseUrl());
        site.page().navigate("/direct/inbox/");
        assertThat(site.text("We suspect automated behavior on your account")).isVisible();

        site.button("Dismiss").click();

        assertThat(site.page().locator("svg[aria-label=Home]")).isVisible();
        assertThat(sandbox.website().look("fan.1").of(Dimension.STANDING)).isEqualTo(Variant.STANDING_GOOD);
    }

    @Test
    void only_its_owner_says_that_it_was_them(SandboxServer sandbox) {
        sandbox.website().variant(Variant.CHECKPOINT_WAS_ME);
        var site = new Site(BROWSER.visit(sandbox.baseUrl()));
        site.typePassword("chloe.challenge", "sandbox-pass");

        site.button("This Was Me").click();

        assertThat(site.page().locator("svg[aria-label=Home]")).isVisible();
        assertThat(sandbox.outbox("chloe.challenge")).isEmpty();
    }
}
