package dev.parley.journeys.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What people find and do on Parley's pages. */
public final class OnPage {

    private OnPage() {}

    public static void signIn(Page page, String username, String password) {
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password").fill(password);
        press(page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in").setExact(true)));
    }

    public static void choosePassword(Page page, String current, String chosen) {
        assertThat(page).hasURL(Pattern.compile("/profile/change-password"));
        page.getByLabel("Current password").fill(current);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(chosen);
        page.getByLabel("New password again").fill(chosen);
        press(button(page, "Change password"));
    }

    /** By keyboard. Without scripts, Chromium is also seen to draw no frames, for which a click of Playwright's waits in vain. */
    public static void press(Locator button) {
        button.press("Enter");
    }

    public static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
    }

    public static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, beginning(name));
    }

    public static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, beginning(name));
    }

    /** Names go on, for those who do not see the page, with what the thing is about. */
    private static GetByRoleOptions beginning(String name) {
        return new GetByRoleOptions().setName(Pattern.compile("^" + name.replace(".", "\\.") + "\\b"));
    }
}
