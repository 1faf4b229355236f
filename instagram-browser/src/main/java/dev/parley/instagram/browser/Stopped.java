package dev.parley.instagram.browser;

import dev.parley.instagram.Refusal;

/** Ends what is being done for an account; caught where the outcome is made, and never by a caller. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    Stopped(Refusal refusal) {
        super(refusal.getClass().getSimpleName(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
