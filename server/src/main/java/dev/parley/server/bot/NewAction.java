package dev.parley.server.bot;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work for the queue of a bot.
 *
 * @param kind the name of the handler that performs it
 * @param target whom or what it is about, for people
 * @param payload what the handler must know; never a secret
 * @param secret kept encrypted until the action has ended, then forgotten
 * @param user on whose behalf
 * @param notBefore when it is due; null for now
 */
public record NewAction(
        AccountId account,
        Lane lane,
        String kind,
        @Nullable UUID job,
        @Nullable String targetId,
        @Nullable String target,
        Map<String, String> payload,
        @Nullable String secret,
        UserId user,
        @Nullable Instant notBefore) {

    public NewAction {
        payload = Map.copyOf(payload);
    }

    /** Work that a person waits for. */
    public static NewAction forPerson(AccountId account, String kind, UserId user) {
        return new NewAction(account, Lane.PERSON, kind, null, null, null, Map.of(), null, user, null);
    }

    /** Work of a job. */
    public static NewAction ofJob(
            AccountId account, String kind, UUID job, @Nullable String targetId, @Nullable String target, UserId user) {
        return new NewAction(account, Lane.AUTOMATION, kind, job, targetId, target, Map.of(), null, user, null);
    }

    public NewAction with(Map<String, String> payload) {
        return new NewAction(account, lane, kind, job, targetId, target, payload, secret, user, notBefore);
    }

    public NewAction withSecret(String secret) {
        return new NewAction(account, lane, kind, job, targetId, target, payload, secret, user, notBefore);
    }

    public NewAction about(@Nullable String targetId, String target) {
        return new NewAction(account, lane, kind, job, targetId, target, payload, secret, user, notBefore);
    }

    public NewAction in(Lane lane) {
        return new NewAction(account, lane, kind, job, targetId, target, payload, secret, user, notBefore);
    }

    /** @param moment null for now */
    public NewAction notBefore(@Nullable Instant moment) {
        return new NewAction(account, lane, kind, job, targetId, target, payload, secret, user, moment);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "NewAction[account=%s, lane=%s, kind=%s, job=%s, target=%s]".formatted(account, lane, kind, job, target);
    }
}
