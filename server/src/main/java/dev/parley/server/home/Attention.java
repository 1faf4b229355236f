package dev.parley.server.home;

import dev.parley.server.account.Account;
import dev.parley.server.account.Verification;
import dev.parley.server.bot.BotStatus;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Something that a person should know of or do; at most one thing of each account, the most urgent. */
public sealed interface Attention {

    Account account();

    record CodeNeeded(Account account, Verification verification) implements Attention {}

    /** Instagram wants something that only the owner can do. */
    record OwnerNeeded(Account account, ErrorCode code) implements Attention {}

    /** The session that there was does not work any more. */
    record SessionLost(Account account) implements Attention {}

    record CoolingDown(Account account, Instant resumesAt) implements Attention {}

    static Optional<Attention> of(AccountCard card) {
        var account = card.account();
        if (card.verification() != null) {
            return Optional.of(new CodeNeeded(account, card.verification()));
        }
        if (card.bot().state() == BotStatus.State.NEEDS_ATTENTION) {
            return Optional.of(new OwnerNeeded(account, code(card.bot())));
        }
        if (isSessionLost(card)) {
            return Optional.of(new SessionLost(account));
        }
        var resumesAt = card.bot().resumesAt();
        return resumesAt == null ? Optional.empty() : Optional.of(new CoolingDown(account, resumesAt));
    }

    /** Whoever logged out knows that there is no session. */
    private static boolean isSessionLost(AccountCard card) {
        return switch (card.health().state()) {
            case LOGIN_REQUIRED, SUSPENDED -> true;
            case CONNECTED, DEGRADED, RATE_LIMITED, ACTION_BLOCKED ->
                !card.health().sessionValid();
            case DISCONNECTED, CONNECTING, VERIFICATION_REQUIRED -> false;
        };
    }

    private static ErrorCode code(BotStatus bot) {
        return ErrorCode.ofCode(Objects.requireNonNullElse(bot.reason(), "")).orElse(ErrorCode.PERSON_NEEDED);
    }
}
