package dev.parley.instagram.browser;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.chromium.Arrival;
import dev.parley.instagram.browser.page.Address;
import java.util.List;

/** What it means how a page came, or that it did not. */
final class Arrivals {

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int NOT_FOUND = 404;

    private Arrivals() {}

    /** Ends at what is no page; one that is missing is. */
    static Arrival.Arrived checked(Arrival.Arrived arrived, boolean changes) {
        if (arrived.status() == TOO_MANY) {
            throw new Stopped(
                    Complaints.refusal(new Said(TOO_MANY, new Address(List.of()), arrived.retryAfter(), null)));
        }
        if (arrived.status() >= SERVER_ERRORS) {
            throw new Stopped(
                    changes
                            ? new Refusal.NotSent("The page could not be loaded; nothing was asked")
                            : new Refusal.ServerError(arrived.status(), "Instagram had an error of its own"));
        }
        return arrived;
    }

    static boolean isMissing(Arrival.Arrived arrived) {
        return arrived.status() == NOT_FOUND;
    }

    static Refusal refusal(Arrival.Failed failed, boolean changes) {
        if (changes || failed.nothingSent()) {
            return new Refusal.NotSent("No page came from Instagram; nothing was asked (" + failed.code() + ")");
        }
        return failed.brokeOff()
                ? new Refusal.BadResponse("The page broke off (" + failed.code() + ")")
                : new Refusal.Unanswered("No page came from Instagram (" + failed.code() + ")");
    }
}
