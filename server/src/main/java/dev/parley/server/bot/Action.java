package dev.parley.server.bot;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action in the queue of a bot.
 *
 * @param executing its intent is stored, and how it ended is not yet known
 * @param waitReason why it waits until {@code dueAt}, or null
 * @param attempts how often it was tried before
 * @param token what makes Instagram recognise a repetition
 * @param lookAt when at the earliest an executing action may be looked after
 */
public record Action(
        UUID id,
        WorkspaceId workspace,
        AccountId account,
        Lane lane,
        String kind,
        boolean executing,
        Instant dueAt,
        @Nullable String waitReason,
        int attempts,
        @Nullable String token,
        @Nullable Instant lookAt,
        @Nullable UUID job,
        @Nullable String targetId,
        @Nullable String target,
        Map<String, String> payload,
        byte @Nullable [] sealedSecret,
        UserId user,
        @Nullable String correlationId,
        Instant createdAt) {

    /** The same action, once its intent is stored. */
    Action intended(String newToken) {
        return new Action(
                id,
                workspace,
                account,
                lane,
                kind,
                true,
                dueAt,
                null,
                attempts + 1,
                newToken,
                lookAt,
                job,
                targetId,
                target,
                payload,
                sealedSecret,
                user,
                correlationId,
                createdAt);
    }

    /** The same about the same, of another kind. */
    Action as(String otherKind) {
        return new Action(
                id,
                workspace,
                account,
                lane,
                otherKind,
                executing,
                dueAt,
                waitReason,
                attempts,
                token,
                lookAt,
                job,
                targetId,
                target,
                payload,
                sealedSecret,
                user,
                correlationId,
                createdAt);
    }

    /** The target's id, for kinds that always have one. */
    public String requireTargetId() {
        if (targetId == null) {
            throw new IllegalStateException("action " + id + " of kind " + kind + " has no target");
        }
        return targetId;
    }

    /** The job's id, for kinds that always have one. */
    public UUID requireJob() {
        if (job == null) {
            throw new IllegalStateException("action " + id + " of kind " + kind + " has no job");
        }
        return job;
    }

    @Override
    public String toString() {
        return "Action[id=%s, account=%s, kind=%s, target=%s]".formatted(id, account, kind, target);
    }
}
