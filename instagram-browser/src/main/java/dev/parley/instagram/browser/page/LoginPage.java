package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where username and password are typed, in all forms that are known; and what may come before the form. */
public final class LoginPage {

    public static final String PATH = "/accounts/login/?hl=en";

    private static final Pattern USER_LABEL =
            Pattern.compile("(phone|mobile)( number| phone)?, username,? or email", Pattern.CASE_INSENSITIVE);
    private static final String OLDER_USER_FIELDS = "input[name=username], input[name=email]";
    private static final String PASSWORD_FIELD = "input[type=password]";
    private static final String LOG_IN = "log in";
    private static final String ANOTHER_PROFILE =
            "use another profile|log in to another profile|switch accounts|log into another account";

    private static final Pattern WRONG_PASSWORD = Pattern.compile(
            "password was incorrect|password you entered is incorrect|login information you entered is incorrect|"
                    + "^incorrect password|doesn't belong to an account",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TROUBLE = Pattern.compile(
            "problem logging you into instagram|wait a few minutes before you try again|couldn't connect to instagram",
            Pattern.CASE_INSENSITIVE);

    private final Page page;

    public LoginPage(Page page) {
        this.page = page;
    }

    /** Gets to the form if something else is shown before it. True once the form is there. */
    public boolean reachForm() {
        if (Press.isThere(password()) && Press.isThere(username())) {
            return true;
        }
        Locator another = Press.button(page, ANOTHER_PROFILE);
        Locator landing = Press.button(page, LOG_IN);
        if (Press.isThere(another)) {
            Press.ifPossible(another);
        } else if (!Press.isThere(password()) && Press.isThere(landing)) {
            Press.ifPossible(landing);
        }
        return false;
    }

    public void fill(String username, String password) {
        username().fill(username);
        password().fill(password);
    }

    /** Sends the form, by its button where it has one that can be pressed. */
    public void submit() {
        if (!Press.ifEnabled(Press.button(page, LOG_IN))) {
            password().press("Enter", new Locator.PressOptions().setNoWaitAfter(true));
        }
    }

    private Locator username() {
        Locator labelled = Press.visible(page.getByLabel(USER_LABEL));
        if (Press.isThere(labelled)) {
            return labelled;
        }
        Locator named = Press.visible(page.locator(OLDER_USER_FIELDS));
        return Press.isThere(named) ? named : Press.visible(page.locator("form input[type=text]"));
    }

    private Locator password() {
        return Press.visible(page.locator(PASSWORD_FIELD));
    }

    /** What the page says of username and password, if it refuses them. */
    public @Nullable String refusal() {
        return said(WRONG_PASSWORD);
    }

    /** What the page says if signing in did not work for another reason. */
    public @Nullable String trouble() {
        return said(TROUBLE);
    }

    private @Nullable String said(Pattern words) {
        Locator place = Press.visible(page.getByText(words));
        return Press.isThere(place) ? place.innerText().strip() : null;
    }
}
