package dev.parley.instagram.browser;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.chromium.Wire;
import dev.parley.instagram.browser.page.BlockDialogs;
import dev.parley.instagram.browser.page.Gates;
import dev.parley.instagram.browser.page.Scene;
import org.jspecify.annotations.Nullable;

/** What is in the way on a page, and ends what was to be done there. */
final class Obstacles {

    private Obstacles() {}

    static @Nullable Refusal inTheWay(Scene scene) {
        Refusal gate = Gates.of(scene);
        if (gate != null) {
            return gate;
        }
        Refusal block = BlockDialogs.of(scene);
        return block == null && scene.asksForPassword() ? Gates.signedOut() : block;
    }

    /** Ends at what is in the way, or was on the way here. */
    static void endAt(Scene scene, Wire wire) {
        Refusal before = Verdict.sentAway(wire);
        Refusal refusal = before == null ? inTheWay(scene) : before;
        if (refusal != null) {
            throw new Stopped(refusal);
        }
    }

    /** While signing in: ends at what is in the way, but not at the sign-in page. */
    static void endAtAllButSignIn(Scene scene) {
        Refusal refusal = inTheWay(scene);
        if (refusal != null && !(refusal instanceof Refusal.LoginRequired)) {
            throw new Stopped(refusal);
        }
    }
}
