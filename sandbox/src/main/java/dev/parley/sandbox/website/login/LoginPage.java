package dev.parley.sandbox.website.login;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Variant;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in page.
 *
 * @param next where the browser goes afterwards
 * @param saved the account that the browser may continue as
 */
public record LoginPage(Shell shell, String next, @Nullable Account saved) {
    private static final String CLASSIC_LABEL = "Phone number, username, or email";
    private static final String META_LABEL = "Mobile number, username or email";

    public Variant form() {
        return shell.look().of(Dimension.LOGIN);
    }

    public String userLabel() {
        return form() == Variant.LOGIN_CLASSIC ? CLASSIC_LABEL : META_LABEL;
    }

    public boolean landing() {
        return shell.has(Variant.LANDING_SHOWN);
    }

    public boolean continueAs() {
        return shell.has(Variant.SAVED_ACCOUNT_CONTINUE_AS);
    }

    /** What the form says when name and password do not fit together. */
    public String wrongPassword() {
        return form() == Variant.LOGIN_CLASSIC
                ? "Sorry, your password was incorrect. Please double-check your password."
                : "The login information you entered is incorrect.";
    }

    public String unknownUser() {
        return form() == Variant.LOGIN_CLASSIC
                ? "The username you entered doesn't belong to an account. Please check your username and try again."
                : wrongPassword();
    }
}
