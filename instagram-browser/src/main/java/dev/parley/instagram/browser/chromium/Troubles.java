package dev.parley.instagram.browser.chromium;

import com.microsoft.playwright.PlaywrightException;
import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import java.util.List;

/** What Playwright's complaints mean. They may quote the page, so only the cause keeps them, and it is never shown. */
final class Troubles {

    /** Fact: Playwright tells these apart by their words alone. */
    private static final List<String> GONE = List.of(
            "has been closed",
            "Target crashed",
            "connection closed",
            "pipe closed",
            "Browser closed",
            "Page crashed",
            "Failed to send message");

    /** Fact: in the list of what was done, this comes right before the mouse is moved to the element and pressed. */
    private static final String PERFORMING = "performing ";

    private Troubles() {}

    static BrowserTrouble of(PlaywrightException complaint) {
        String words = String.valueOf(complaint.getMessage());
        if (GONE.stream().anyMatch(words::contains)) {
            return new BrowserTrouble(Kind.GONE, "the page or its browser is gone", complaint);
        }
        return words.contains(PERFORMING)
                ? new BrowserTrouble(Kind.UNSURE, "an element of the page did not react", complaint)
                : new BrowserTrouble(Kind.UNTOUCHED, "an element of the page cannot be used", complaint);
    }

    /** Whether this is the end of waiting for the browser's answer, because the thread was interrupted. */
    static boolean cutOff(PlaywrightException complaint) {
        return complaint.getCause() instanceof InterruptedException;
    }
}
