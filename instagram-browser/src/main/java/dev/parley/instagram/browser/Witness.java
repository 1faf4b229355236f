package dev.parley.instagram.browser;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.chromium.BrowserTrouble;
import dev.parley.instagram.browser.page.Likeness;
import org.jspecify.annotations.Nullable;

/** Tells whoever wants to know what the page looked like when a call had failed. */
final class Witness {

    private final FailureRecorder recorder;

    Witness(FailureRecorder recorder) {
        this.recorder = recorder;
    }

    void record(Errand errand, String username, String call, Refusal refusal) {
        if (recorder != FailureRecorder.NONE) {
            Evidence evidence = evidence(errand, username, call, refusal);
            if (evidence != null) {
                recorder.record(evidence);
            }
        }
    }

    private static @Nullable Evidence evidence(Errand errand, String username, String call, Refusal refusal) {
        try {
            return errand.tab()
                    .until(
                            (page, wire) -> new Evidence(
                                    username,
                                    call,
                                    refusal,
                                    Likeness.path(page),
                                    Likeness.picture(page),
                                    Likeness.source(page)),
                            errand.end());
        } catch (BrowserTrouble trouble) {
            return null;
        }
    }
}
