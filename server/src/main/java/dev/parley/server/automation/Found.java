package dev.parley.server.automation;

import dev.parley.instagram.Post;
import dev.parley.server.automation.Verdict.LeftOut;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody found by a job, and what the sieve says of them.
 *
 * @param id Instagram's number for the person, or something else where Instagram knows nobody of the name
 * @param post what of the person the job acts upon; null where it is the person
 * @param notBefore when at the earliest it is their turn; null for now
 */
record Found(
        String id,
        String username,
        @Nullable Post post,
        Verdict verdict,
        @Nullable Instant notBefore) {

    static Found of(Sighting person, @Nullable Post post, Verdict verdict) {
        return new Found(person.id().value(), person.username(), post, verdict, null);
    }

    static Found unknown(String username) {
        return new Found("unknown-" + username, username, null, new LeftOut(ErrorCode.FOLLOW_TARGET_GONE, null), null);
    }

    Found notBefore(@Nullable Instant moment) {
        return new Found(id, username, post, verdict, moment);
    }

    boolean isCandidate() {
        return verdict instanceof Verdict.Passes;
    }

    boolean isLeftOut() {
        return verdict instanceof LeftOut;
    }

    @Nullable
    ErrorCode reason() {
        return verdict instanceof LeftOut(ErrorCode reason, String detail) ? reason : null;
    }

    @Nullable
    String detail() {
        return verdict instanceof LeftOut(ErrorCode reason, String detail) ? detail : null;
    }

    TargetState state() {
        return switch (verdict) {
            case Verdict.Passes() -> TargetState.CANDIDATE;
            case Verdict.NotYetKnown() -> TargetState.UNREAD;
            case LeftOut out -> TargetState.SKIPPED;
        };
    }
}
