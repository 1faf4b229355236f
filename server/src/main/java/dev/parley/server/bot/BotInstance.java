package dev.parley.server.bot;

import dev.parley.server.account.Rhythm;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The row of a bot, as read at {@code readAt} by the database's clock.
 *
 * @param userName of the person whose bot it is, for people
 * @param accountName the Instagram username, for people
 * @param cooldownUntil nothing is done before, or null
 * @param cooldownStrikes how often in a row the account had to cool down
 * @param attentionCode what only a person can mend, or null
 * @param automationDueAt the pace of the automation lane
 * @param personDueAt the pace of the other lanes
 * @param rhythm when and how fast the automation lane goes on
 */
record BotInstance(
        WorkspaceId workspace,
        UserId user,
        @Nullable String userName,
        AccountId account,
        String accountName,
        boolean started,
        Instant stateSince,
        @Nullable Instant cooldownUntil,
        int cooldownStrikes,
        @Nullable String attentionCode,
        @Nullable String errorCode,
        @Nullable String errorDetail,
        @Nullable Instant errorAt,
        Instant automationDueAt,
        Instant personDueAt,
        Rhythm rhythm,
        @Nullable Instant lastActionAt,
        Instant readAt) {

    boolean coolingDown() {
        return cooldownUntil != null && cooldownUntil.isAfter(readAt);
    }

    Instant paceOf(Lane lane) {
        return lane == Lane.AUTOMATION ? automationDueAt : personDueAt;
    }
}
