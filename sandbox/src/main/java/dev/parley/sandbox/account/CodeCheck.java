package dev.parley.sandbox.account;

/** What became of a code that somebody typed. */
public enum CodeCheck {
    RIGHT,
    WRONG,
    /** Expired, used, unknown, or tried too often. */
    ENDED
}
