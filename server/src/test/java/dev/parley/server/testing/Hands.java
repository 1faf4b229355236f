package dev.parley.server.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What a person does with a page, and sees on it. */
public final class Hands {

    private static final int MOST_STOPS = 60;

    private Hands() {}

    public static void signIn(Page page, String username, String password, String next) {
        page.navigate("/login?next=" + next);
        signInHere(page, username, password);
    }

    /** The server has answered when this ends. */
    public static void signInHere(Page page, String username, String password) {
        fill(page, "Username", username);
        fill(page, "Password", password);
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> button(page, "Sign in").click());
    }

    public static void signOut(Page page) {
        press(page, "Sign out");
        shows(page, "Sign in to Parley");
    }

    public static void fill(Page page, String label, String text) {
        page.getByLabel(label, new GetByLabelOptions().setExact(true)).fill(text);
    }

    public static void press(Page page, String name) {
        button(page, name).click();
    }

    public static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** Goes there with the tab key alone, and sees at each stop where it is. */
    public static void tabTo(Page page, Locator wanted) {
        for (int stops = 0; stops < MOST_STOPS && !isFocused(wanted); stops++) {
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus-visible")).hasCount(1);
        }
        assertThat(wanted).isFocused();
    }

    private static boolean isFocused(Locator one) {
        return (Boolean) one.evaluate("element => element === document.activeElement");
    }

    public static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    public static void shows(Page page, String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    public static Locator exactly(Page page, String text) {
        return page.getByText(text, new GetByTextOptions().setExact(true));
    }

    public static void isAt(Page page, String path) {
        assertThat(page).hasURL(Pattern.compile("^https?://[^/]+" + path + "$"));
    }
}
