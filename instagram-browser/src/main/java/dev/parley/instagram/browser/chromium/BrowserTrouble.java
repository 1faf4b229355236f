package dev.parley.instagram.browser.chromium;

/** The browser did not do a step. Messages are for people and hold nothing of the page. */
public final class BrowserTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What went wrong. */
    public enum Kind {
        /** No browser can be started or reached. */
        NO_BROWSER,
        /** The time was over before what was waited for came. */
        LATE,
        /** The page did not react. */
        STUCK,
        /** An element was not there or not fit to be used; it is proven that it was not touched. */
        UNTOUCHED,
        /** An element was perhaps used, perhaps not. */
        UNSURE,
        /** The page, its context or the whole browser is gone. */
        GONE,
        /** The driver is closed, or the waiting thread was interrupted. */
        ENDED
    }

    BrowserTrouble(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    BrowserTrouble(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
