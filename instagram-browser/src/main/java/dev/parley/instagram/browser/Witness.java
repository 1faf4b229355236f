package dev.parley.instagram.browser;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.chromium.BrowserTrouble;
import dev.parley.instagram.browser.page.Likeness;

/** Tells whoever wants to know what the page looked like when a call had failed. */
final class Witness {

    private final FailureRecorder recorder;

    Witness(FailureRecorder recorder) {
        this.recorder = recorder;
    }

    void record(Errand errand, String username, String call, Refusal refusal) {
        if (recorder != FailureRecorder.NONE) {
            recorder.record(evidence(errand, username, call, refusal));
        }
    }

    /** Of a call for which there was no page to look at. */
    void record(String username, String call, Refusal refusal) {
        if (recorder != FailureRecorder.NONE) {
            recorder.record(Evidence.withoutPage(username, call, refusal));
        }
    }

    private static Evidence evidence(Errand errand, String username, String call, Refusal refusal) {
        try {
            Seen seen = errand.tab()
                    .until((page, wire) -> new Seen(Likeness.path(page), Likeness.source(page)), errand.end());
            return new Evidence(username, call, refusal, seen.path(), picture(errand), seen.source());
        } catch (BrowserTrouble trouble) {
            return Evidence.withoutPage(username, call, refusal);
        }
    }

    private record Seen(String path, String source) {}

    /** Takes longer than all else, so it may be what there is no time for any more. */
    private static byte[] picture(Errand errand) {
        try {
            return errand.tab().until((page, wire) -> Likeness.picture(page), errand.end());
        } catch (BrowserTrouble trouble) {
            return new byte[0];
        }
    }
}
