package dev.parley.server.connection;

import dev.parley.server.account.VerificationId;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account, and what became of a step towards its connection. */
record ConnectionStep(AccountId account, SignInResult result) {

    boolean isReused() {
        return result instanceof SignInResult.Connected(boolean reused, Instant until) && reused;
    }

    /** When the session expires; null where there is none yet. */
    @Nullable
    Instant expiresAt() {
        return result instanceof SignInResult.Connected(boolean reused, Instant until) ? until : null;
    }

    /** The verification that is needed next; empty if the account is connected. Refuses as Instagram did. */
    Optional<VerificationId> verification() {
        return switch (result) {
            case SignInResult.Connected connected -> Optional.empty();
            case SignInResult.VerificationNeeded(VerificationId id) -> Optional.of(id);
            case SignInResult.CodeRefused(int triesLeft, String detail) ->
                throw new BotException(
                        ErrorCode.CODE_INVALID, detail, BotException.Refusal.telling("tries_left", triesLeft));
            case SignInResult.Refused(ErrorCode code, String detail) -> throw new BotException(code, detail);
        };
    }
}
