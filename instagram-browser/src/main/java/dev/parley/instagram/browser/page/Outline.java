package dev.parley.instagram.browser.page;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import dev.parley.instagram.browser.finder.Sketch;
import dev.parley.instagram.browser.finder.Wanted;
import java.util.List;
import java.util.Optional;

/**
 * A page as a finder gets to know it, and the way back from its answer to the element. The page itself does not change: what the numbers stand
 * for is kept outside of it.
 */
public final class Outline {

    private final JSHandle taken;
    private final Sketch sketch;
    private final Wanted wanted;
    private final String username;

    private Outline(JSHandle taken, Sketch sketch, Wanted wanted, String username) {
        this.taken = taken;
        this.sketch = sketch;
        this.wanted = wanted;
        this.username = username;
    }

    /**
     * Nothing unless this is a page that may be shown: this person's profile or a conversation, with no field for a password or a code on it.
     *
     * @param username the person whose page it should be
     */
    public static Optional<Outline> of(Page page, Wanted wanted, String username) {
        if (!mayBeShown(page, wanted, username)) {
            return Optional.empty();
        }
        JSHandle taken = page.evaluateHandle(
                OutlineScripts.SKETCH, List.of(wanted.kind() == Wanted.Kind.FIELD, OutlineScripts.TALK));
        String tree = String.valueOf(taken.evaluate("taken => taken.tree"));
        return Optional.of(new Outline(taken, new Sketch(address(page), tree), wanted, username));
    }

    private static boolean mayBeShown(Page page, Wanted wanted, String username) {
        Address at = Address.of(page.url());
        boolean rightPage = at.isProfileOf(username) || (wanted == Wanted.COMPOSER && at.under("direct", "t"));
        return rightPage && !page.url().contains("apc=") && !Press.isThere(page.locator(OutlineScripts.SECRETS));
    }

    /** Without the name of a person or the number of a conversation. */
    private static String address(Page page) {
        String origin = String.valueOf(page.evaluate("location.origin"));
        return Address.of(page.url()).under("direct") ? origin + "/direct/" : origin + "/";
    }

    public Sketch sketch() {
        return sketch;
    }

    /** The element of this number, if it is visible, enabled, and the only one that fits. */
    public Optional<Found> element(String number) {
        boolean isField = wanted.kind() == Wanted.Kind.FIELD;
        var arguments = List.of(number, isField, wanted.words(), wanted.otherWords(), isField ? "" : username);
        JSHandle answer = taken.evaluateHandle(OutlineScripts.ACCEPT, arguments);
        ElementHandle element = answer.asElement();
        return element == null ? Optional.empty() : Optional.of(new Found(element, isField ? selector(element) : ""));
    }

    private static String selector(ElementHandle field) {
        return String.valueOf(field.evaluate(OutlineScripts.SELECTOR));
    }

    /** Lets go of the page's elements. */
    public void forget() {
        taken.dispose();
    }
}
