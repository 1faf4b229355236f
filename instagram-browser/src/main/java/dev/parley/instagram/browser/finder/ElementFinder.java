package dev.parley.instagram.browser.finder;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Names an element by what it is for. Asked only where the driver's own locators have found nothing, once in a call. Thread-safe. */
@FunctionalInterface
public interface ElementFinder {

    /** Finds nothing; then no page is sketched, either. */
    ElementFinder NONE = (wanted, sketch, limit) -> null;

    /**
     * The element's number in the sketch; null if there is none, more than one, or no answer. Whatever fails is no more than that.
     *
     * @param limit the longest time that it may take
     */
    @Nullable
    String find(Wanted wanted, Sketch sketch, Duration limit);
}
