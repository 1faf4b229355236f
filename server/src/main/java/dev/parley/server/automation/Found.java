package dev.parley.server.automation;

import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.server.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody found by a job.
 *
 * @param leftOut why the job leaves the person out, or null for a candidate
 * @param post what of the person the job acts upon; null where it is the person
 * @param detail what was found, where the reason alone does not say it
 */
record Found(
        PersonId person,
        String username,
        @Nullable Post post,
        @Nullable ErrorCode leftOut,
        @Nullable String detail) {

    boolean isCandidate() {
        return leftOut == null;
    }

    TargetState state() {
        return isCandidate() ? TargetState.CANDIDATE : TargetState.SKIPPED;
    }
}
