package dev.parley.instagram.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.instagram.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Questions that come in between, at any moment and over anything. Only what agrees to nothing is pressed: "Not now", and declining optional
 * cookies. Everything else is for the owner.
 */
public final class Interstitials {

    private static final String COOKIES = "cookies from Instagram on this browser?";
    private static final String NOTIFICATIONS = "Turn on Notifications";
    private static final String SAVE_INFO = "Save your login info?";
    private static final String TRUST = "Trust this device";

    /** What became of a question. */
    public sealed interface Answered {

        /** Something was pressed; look again. */
        record Dismissed() implements Answered {}

        /** Only the owner can answer it. */
        record OwnersChoice(Refusal refusal) implements Answered {}
    }

    private Interstitials() {}

    /** Null if nothing has come in between. */
    public static @Nullable Answered answer(Page page, Scene scene) {
        if (scene.dialogSays(COOKIES)) {
            Locator decline = declining(page);
            if (!Press.isThere(decline)) {
                return new Answered.OwnersChoice(
                        new Refusal.ConsentRequired("Instagram asks to accept cookies and offers no way to decline"));
            }
            if (Press.ifPossible(decline)) {
                return new Answered.Dismissed();
            }
        }
        boolean asks = scene.says(NOTIFICATIONS) || scene.says(SAVE_INFO) || scene.says(TRUST);
        return asks && notNow(page, scene) ? new Answered.Dismissed() : null;
    }

    private static Locator declining(Page page) {
        return Press.button(dialog(page, COOKIES), "decline optional cookies|only allow essential cookies");
    }

    private static boolean notNow(Page page, Scene scene) {
        Locator place = scene.dialogSays(NOTIFICATIONS) ? dialog(page, NOTIFICATIONS) : page.locator("body");
        Locator button = Press.button(place, "not now");
        return Press.isThere(button) && Press.ifPossible(button);
    }

    private static Locator dialog(Page page, String words) {
        return Press.visible(page.getByRole(AriaRole.DIALOG).filter(new Locator.FilterOptions().setHasText(words)));
    }
}
