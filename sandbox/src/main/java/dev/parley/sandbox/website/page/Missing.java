package dev.parley.sandbox.website.page;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.website.variant.Variant;

/** The page in the place of one that is not there. */
public final class Missing {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private Missing() {}

    public static Answer page(Visit visit) {
        if (visit.look().has(Variant.MISSING_NEWER)) {
            return show(
                    OK,
                    visit,
                    "Profile isn't available",
                    "The link may be broken, or the profile may have been removed.");
        }
        int status = visit.look().has(Variant.MISSING_OK) ? OK : NOT_FOUND;
        return show(
                status,
                visit,
                "Sorry, this page isn't available.",
                "The link you followed may be broken, or the page may have been removed.");
    }

    private static Answer show(int status, Visit visit, String heading, String text) {
        var shell = Shell.of("Page not found • Instagram", visit);
        return Pages.show(status, "page/notice", new FaultPages.Notice(shell, heading, text));
    }
}
