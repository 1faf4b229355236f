package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;

/** Somebody's stories in the viewer, which tells the site of each that it shows, and goes on to the next by itself after some seconds. */
public final class StoryPage {

    private static final String PAUSE = "svg[aria-label=Pause]";
    private static final String PLAY = "svg[aria-label=Play]";
    private static final String NEXT = "svg[aria-label=Next]";
    private static final String BUTTON = "xpath=ancestor::*[self::button or @role='button'][1]";

    private final Page page;
    private final String owner;

    public StoryPage(Page page, String owner) {
        this.page = page;
        this.owner = owner;
    }

    /** Where the stories of a person begin with one of them. */
    public static String path(String owner, String pk) {
        return "/stories/" + owner + "/" + pk + "/";
    }

    /** What is shown. */
    public sealed interface Shown {

        /** The site has gone elsewhere: this person shows nothing, or nothing more. */
        record Elsewhere() implements Shown {}

        /** Not a page of the site as it is known. */
        record Nonsense() implements Shown {}

        /** The question whether to be seen by the owner as a viewer. */
        record Gate() implements Shown {}

        /** @param pk which story; null where the address does not say */
        record Playing(@Nullable String pk) implements Shown {}
    }

    /** Null as long as it cannot be told. */
    public @Nullable Shown shown(Scene scene) {
        if (ProfilePage.isMissing(scene) || !scene.address().under("stories", owner)) {
            return new Shown.Elsewhere();
        }
        if (scene.isNonsense()) {
            return new Shown.Nonsense();
        }
        if (Press.isThere(gate())) {
            return new Shown.Gate();
        }
        return Press.isThere(page.locator(PAUSE + ", " + PLAY).first())
                ? new Shown.Playing(scene.address().after("stories", owner))
                : null;
    }

    private Locator gate() {
        return Press.button(page, "view story");
    }

    /** Agrees to be seen by the owner: that is what watching is. */
    public void pass() {
        Press.on(gate());
    }

    /** Keeps the viewer from going on by itself, if it would. */
    public void pause() {
        Locator pause = Press.visible(page.locator(PAUSE));
        if (Press.isThere(pause)) {
            Press.ifPossible(pause.locator(BUTTON));
        }
    }

    public void next() {
        Press.on(Press.visible(page.locator(NEXT)).locator(BUTTON));
    }
}
