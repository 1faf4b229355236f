package dev.parley.server.account;

import org.jspecify.annotations.Nullable;

/** What is to become of the password of a sign-in. */
public enum Keeping {
    /** The owner wants Parley to sign in again by itself. */
    KEEP,
    /** The owner does not want it. */
    FORGET,
    /** The owner said nothing of it: a password that was kept is replaced by the newer one. */
    AS_BEFORE,
    /** It is the one that was kept. */
    KEPT;

    /** @param wanted null where nothing was said of it */
    public static Keeping of(@Nullable Boolean wanted) {
        if (wanted == null) {
            return AS_BEFORE;
        }
        return wanted ? KEEP : FORGET;
    }
}
