package dev.parley.server.schedule;

import dev.parley.server.automation.JobId;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job that is ordered again and again, as read at {@code readAt} by the database's clock.
 *
 * @param job whose order is repeated
 * @param lastJob the one that must have ended before the next one begins
 * @param nextAt null while it is paused, and once it is over
 */
record Schedule(
        ScheduleId id,
        WorkspaceId workspace,
        Maker maker,
        AccountId account,
        String accountName,
        JobId job,
        String title,
        Written timing,
        ZoneId zone,
        boolean paused,
        @Nullable Instant nextAt,
        JobId lastJob,
        Instant createdAt,
        Instant readAt) {

    /** Who is answerable for it. */
    record Maker(UserId user, String name) {}

    boolean isDue() {
        return nextAt != null && !nextAt.isAfter(readAt);
    }

    /** After now: what was missed meanwhile does not come again. */
    Optional<Instant> next() {
        return timing.parse().next(readAt, zone);
    }

    Schedule at(Instant next) {
        return new Schedule(
                id,
                workspace,
                maker,
                account,
                accountName,
                job,
                title,
                timing,
                zone,
                paused,
                next,
                lastJob,
                createdAt,
                readAt);
    }

    Schedule timed(Written otherwise, ZoneId there) {
        return new Schedule(
                id,
                workspace,
                maker,
                account,
                accountName,
                job,
                title,
                otherwise,
                there,
                paused,
                nextAt,
                lastJob,
                createdAt,
                readAt);
    }
}
