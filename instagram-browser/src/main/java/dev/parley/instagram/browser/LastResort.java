package dev.parley.instagram.browser;

import dev.parley.instagram.browser.chromium.BrowserTrouble;
import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import dev.parley.instagram.browser.finder.ElementFinder;
import dev.parley.instagram.browser.finder.Wanted;
import dev.parley.instagram.browser.page.Found;
import dev.parley.instagram.browser.page.Outline;
import dev.parley.instagram.http.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the element finder is asked, if there is one: only after the driver's own locators have seen nothing in half of the time that is left, once, and
 * while the account's worker does other things.
 */
record LastResort(Errand errand) {

    private static final int HALF = 2;

    /**
     * Waits as {@link Errand#watch} does.
     *
     * @param username the person whose page it should be
     * @param found what an element stands for that the finder has named
     */
    <T> T watch(Errand.Sight<T> own, Wanted wanted, String username, Function<Found, T> found) {
        if (errand.finder() == ElementFinder.NONE) {
            return errand.watch(own, errand.deadline());
        }
        T seen = seenInTime(own);
        if (seen != null) {
            return seen;
        }
        Found element = find(wanted, username);
        return element == null ? errand.watch(own, errand.deadline()) : found.apply(element);
    }

    private <T> @Nullable T seenInTime(Errand.Sight<T> own) {
        try {
            return errand.watch(own, Deadline.in(half()));
        } catch (BrowserTrouble trouble) {
            if (trouble.kind() == Kind.LATE) {
                return null;
            }
            throw trouble;
        }
    }

    private Duration half() {
        return Duration.ofNanos(errand.deadline().remainingNanos()).dividedBy(HALF);
    }

    private @Nullable Found find(Wanted wanted, String username) {
        Optional<Outline> outline =
                errand.tab().step((page, wire) -> Outline.of(page, wanted, username), errand.deadline());
        return outline.map(taken -> find(wanted, taken)).orElse(null);
    }

    private @Nullable Found find(Wanted wanted, Outline outline) {
        String number = errand.finder().find(wanted, outline.sketch(), half());
        return errand.tab()
                .step(
                        (page, wire) -> {
                            Optional<Found> element =
                                    number == null ? Optional.<Found>empty() : outline.element(number);
                            outline.forget();
                            return element;
                        },
                        errand.deadline())
                .orElse(null);
    }
}
