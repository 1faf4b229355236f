package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Buttons, however the site has made them. */
final class Press {

    private static final double SHORT_MILLIS = 500;

    private Press() {}

    /** Presses, and does not wait for what comes of it. */
    static void on(Locator locator) {
        locator.click(new Locator.ClickOptions().setNoWaitAfter(true));
    }

    /** Presses if it can be pressed now. */
    static boolean ifPossible(Locator locator) {
        try {
            locator.click(new Locator.ClickOptions().setNoWaitAfter(true).setTimeout(SHORT_MILLIS));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /** Presses what is there and takes presses; false if nothing does. */
    static boolean ifEnabled(Locator locator) {
        if (!isThere(locator) || !locator.isEnabled()) {
            return false;
        }
        on(locator);
        return true;
    }

    /** The first visible button of exactly this name, in any case. */
    static Locator button(Page page, String name) {
        return visible(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(exactly(name))));
    }

    static Locator button(Locator within, String name) {
        return visible(within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(exactly(name))));
    }

    static Locator visible(Locator locator) {
        return locator.filter(new Locator.FilterOptions().setVisible(true)).first();
    }

    static boolean isThere(Locator locator) {
        return locator.count() > 0;
    }

    /** @param name a text, or alternatives with {@code |} between them */
    static Pattern exactly(String name) {
        return Pattern.compile("^\\s*(?:" + name + ")\\s*$", Pattern.CASE_INSENSITIVE);
    }
}
