package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Somebody's profile. Everything about following is read and pressed in its header alone: below it, other people are suggested. */
public final class ProfilePage {

    private static final String BUTTONS = "button, [role=button]";

    /** Fact: the state may be a text, a text with an icon, or an icon alone, which then has a label. */
    private static final String NAMES = """
            buttons => buttons.map(button => {
              const text = button.innerText.trim()
              const labelled = button.querySelector('svg[aria-label], span[aria-label]')
              return text || button.getAttribute('aria-label') || (labelled ? labelled.getAttribute('aria-label') : '')
            })
            """;

    private final Page page;
    private final String username;

    public ProfilePage(Page page, String username) {
        this.page = page;
        this.username = username;
    }

    /** How the account stands to the person, as the header's button says. */
    public enum Control {
        FOLLOW("^Follow$"),
        FOLLOW_BACK("^Follow Back$"),
        FOLLOWING("^Following\\b.*"),
        REQUESTED("^Requested\\b.*"),
        UNBLOCK("^Unblock$"),
        /** The account's own profile. */
        EDIT("^Edit profile$");

        private final String name;

        Control(String name) {
            this.name = name;
        }

        static @Nullable Control of(String label) {
            for (Control control : values()) {
                if (label.strip().matches("(?is)" + control.name)) {
                    return control;
                }
            }
            return null;
        }
    }

    /** What is shown. */
    public sealed interface Shown {

        /** Nobody has this name. */
        record Nobody() implements Shown {}

        /** The header names somebody else. */
        record SomebodyElse() implements Shown {}

        /** @param found the button that says so, if it is none that is known */
        record Person(
                Control control,
                boolean isPrivate,
                @Nullable Found found) implements Shown {}
    }

    public static boolean isMissing(Scene scene) {
        return scene.says("this page isn't available") || scene.says("isn't available");
    }

    /** Null as long as it cannot be told. */
    public @Nullable Shown shown(Scene scene) {
        if (isMissing(scene)) {
            return new Shown.Nobody();
        }
        if (!scene.address().isProfileOf(username)) {
            return new Shown.SomebodyElse();
        }
        Locator header = header();
        if (!Press.isThere(header)) {
            return null;
        }
        Control control = control();
        if (control == null) {
            return null;
        }
        return names()
                ? new Shown.Person(control, scene.says("This account is private"), null)
                : new Shown.SomebodyElse();
    }

    private Locator header() {
        return page.locator("main header").first();
    }

    private boolean names() {
        return Press.isThere(header().getByText(Press.exactly(username.replace(".", "\\."))));
    }

    private @Nullable Control control() {
        List<String> labels = labels();
        Control control = labels.stream()
                .map(Control::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return control == null && ownsProfile() ? Control.EDIT : control;
    }

    private boolean ownsProfile() {
        return Press.isThere(header().getByRole(
                        AriaRole.LINK, new Locator.GetByRoleOptions().setName(Press.exactly("edit profile"))));
    }

    private List<String> labels() {
        Object names = header().locator(BUTTONS).evaluateAll(NAMES);
        return names instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Presses the header's button if it still says this. */
    public void press(Control control) {
        List<String> labels = labels();
        int place = IntStream.range(0, labels.size())
                .filter(index -> Control.of(labels.get(index)) == control)
                .findFirst()
                .orElse(labels.size());
        Press.on(header().locator(BUTTONS).nth(place));
    }

    /** Whether something is shown in which "Unfollow" can be pressed. */
    public boolean offersUnfollow() {
        return Press.isThere(unfollow());
    }

    public void pressUnfollow() {
        Press.on(unfollow());
    }

    private Locator unfollow() {
        Locator place = page.getByRole(AriaRole.DIALOG).or(page.getByRole(AriaRole.MENU));
        return Press.visible(
                place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Press.exactly("unfollow")))
                        .or(place.getByRole(
                                AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName(Press.exactly("unfollow")))));
    }
}
