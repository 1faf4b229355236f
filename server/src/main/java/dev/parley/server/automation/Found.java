package dev.parley.server.automation;

import dev.parley.instagram.PersonId;
import dev.parley.server.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody found under a hashtag.
 *
 * @param leftOut why the job leaves the person out, or null for a candidate
 * @param detail what was found, where the reason alone does not say it
 */
record Found(
        PersonId person,
        String username,
        @Nullable ErrorCode leftOut,
        @Nullable String detail) {

    boolean isCandidate() {
        return leftOut == null;
    }

    TargetState state() {
        return isCandidate() ? TargetState.CANDIDATE : TargetState.SKIPPED;
    }
}
