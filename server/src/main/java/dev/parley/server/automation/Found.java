package dev.parley.server.automation;

import dev.parley.instagram.Post;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody found by a job.
 *
 * @param id Instagram's number for the person, or something else where Instagram knows nobody of the name
 * @param leftOut why the job leaves the person out, or null for a candidate
 * @param post what of the person the job acts upon; null where it is the person
 * @param detail what was found, where the reason alone does not say it
 * @param notBefore when at the earliest it is their turn; null for now
 */
record Found(
        String id,
        String username,
        @Nullable Post post,
        @Nullable ErrorCode leftOut,
        @Nullable String detail,
        @Nullable Instant notBefore) {

    static Found of(Sighting person, @Nullable Post post, @Nullable ErrorCode leftOut, @Nullable String detail) {
        return new Found(person.id().value(), person.username(), post, leftOut, detail, null);
    }

    static Found unknown(String username) {
        return new Found("unknown-" + username, username, null, ErrorCode.FOLLOW_TARGET_GONE, null, null);
    }

    Found notBefore(@Nullable Instant moment) {
        return new Found(id, username, post, leftOut, detail, moment);
    }

    boolean isCandidate() {
        return leftOut == null;
    }

    TargetState state() {
        return isCandidate() ? TargetState.CANDIDATE : TargetState.SKIPPED;
    }
}
