package dev.parley.server.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What is to be kept of a page.
 *
 * @param call during which it was seen
 * @param refusal how that ended; null where it did not fail
 * @param path where the page was
 * @param picture PNG; empty if there is none
 */
public record Seen(String call, @Nullable String refusal, String path, byte[] picture, String source) {

    /** Leaves picture and source out. */
    @Override
    public String toString() {
        return "Seen[call=%s, refusal=%s, path=%s]".formatted(call, refusal, path);
    }
}
