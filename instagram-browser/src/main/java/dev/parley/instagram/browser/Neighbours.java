package dev.parley.instagram.browser;

import dev.parley.instagram.ThreadId;
import dev.parley.instagram.browser.chromium.BrowserTrouble;
import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import dev.parley.instagram.browser.page.ChatList;
import dev.parley.instagram.browser.page.ChatList.Shown;
import dev.parley.instagram.http.Deadline;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * From one open conversation to another, as people go: by the list beside it, without loading a page. Only where no doubt is left whose
 * conversation is shown afterwards: address and name must both be those that belonged together when it was last opened by its address.
 */
record Neighbours(Errand errand) {

    /** Pages do not get better with age. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private static final Duration A_WHILE = Duration.ofSeconds(3);

    /** Whether that conversation is open now; if not, nothing is known of what is shown. */
    boolean leadTo(ThreadId thread) {
        String name = errand.tab().notes().get(thread.value());
        return name != null && ifPossible(() -> leadTo(thread.value(), name));
    }

    private boolean leadTo(String thread, String name) {
        Shown now = shown();
        if (now.disturbed() || now.age().compareTo(OLDEST) > 0) {
            return false;
        }
        return now.is(thread, name)
                || (now.thread() != null
                        && !now.name().equals(name)
                        && errand.turnTo(page -> new ChatList(page).press(thread, name))
                        && isShown(thread, name));
    }

    private boolean isShown(String thread, String name) {
        return errand.see((page, wire) -> new ChatList(page).shown().is(thread, name) ? Boolean.TRUE : null, aWhile());
    }

    /** Keeps in mind whose conversation this is: it has just been opened by its address. */
    void remember(ThreadId thread) {
        ifPossible(() -> {
            Shown now = shown();
            boolean isKnown = thread.value().equals(now.thread()) && !now.name().isEmpty();
            if (isKnown) {
                errand.tab().notes().put(thread.value(), now.name());
            }
            return isKnown;
        });
    }

    /** There is always another way; what takes too long, or cannot be pressed, is left. */
    private static boolean ifPossible(BooleanSupplier way) {
        try {
            return way.getAsBoolean();
        } catch (BrowserTrouble trouble) {
            if (trouble.kind() != Kind.UNTOUCHED && trouble.kind() != Kind.LATE) {
                throw trouble;
            }
            return false;
        }
    }

    private Shown shown() {
        return errand.tab().until((page, wire) -> new ChatList(page).shown(), aWhile());
    }

    private Deadline aWhile() {
        return errand.deadline().within(A_WHILE);
    }
}
