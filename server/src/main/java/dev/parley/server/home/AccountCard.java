package dev.parley.server.home;

import dev.parley.server.account.Account;
import dev.parley.server.account.AccountHealth;
import dev.parley.server.account.Verification;
import dev.parley.server.automation.JobView;
import dev.parley.server.bot.BotStatus;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.quota.Allowance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the overview shows of an account.
 *
 * @param jobs the newest
 * @param verification the sign-in that waits for a person, or null
 * @param follows whether its driver can follow people
 */
public record AccountCard(
        Account account,
        AccountHealth health,
        BotStatus bot,
        Allowance allowance,
        List<JobView> jobs,
        @Nullable Verification verification,
        boolean follows) {

    public boolean isStarted() {
        return bot.state() != BotStatus.State.STOPPED;
    }

    public boolean canStart() {
        return !isStarted() && health.sessionValid();
    }

    public boolean canFollow() {
        return follows && health.sessionValid();
    }

    /** Null where nothing went wrong, or with a code that this version does not know. */
    public @Nullable ErrorCode lastError() {
        return Optional.ofNullable(bot.lastError())
                .flatMap(error -> ErrorCode.ofCode(error.errorCode()))
                .orElse(null);
    }
}
