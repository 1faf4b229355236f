package dev.parley.instagram.browser;

/** Gets to know what the browser saw when a call failed. */
@FunctionalInterface
public interface FailureRecorder {

    /** Records nothing; then nothing is looked at, either. */
    FailureRecorder NONE = evidence -> {};

    /**
     * Called once for each call that a page or the browser had a part in and that ends as refused, on the caller's thread, before it returns. What
     * this throws is passed on to the caller.
     */
    void record(Evidence evidence);
}
