package dev.parley.server.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.server.automation.JobId;
import dev.parley.server.core.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as people and programs see it.
 *
 * @param jobId whose order is repeated
 * @param state {@code active}, {@code paused}, or {@code over}
 * @param nextAt null unless it is active
 * @param nextTimes the next five
 * @param lastJobId the job that it ordered last; before the first, the one that it repeats
 * @param runs the latest, newest first; in the answer about a single schedule only
 */
public record ScheduleView(
        ScheduleId id,
        AccountId accountId,
        String account,
        JobId jobId,
        String title,
        String repeats,
        @Nullable String at,
        List<String> days,
        @Nullable String cron,
        String timeZone,
        String state,
        @Nullable Instant nextAt,
        List<Instant> nextTimes,
        JobId lastJobId,
        Instant createdAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Run> runs) {

    private static final int TIMES = 5;

    static ScheduleView of(Schedule schedule) {
        var timing = schedule.timing();
        var next = schedule.nextAt();
        return new ScheduleView(
                schedule.id(),
                schedule.account(),
                schedule.accountName(),
                schedule.job(),
                schedule.title(),
                timing.repeats(),
                timing.at(),
                timing.days(),
                timing.cron(),
                schedule.zone().getId(),
                state(schedule),
                next,
                next == null ? List.of() : timing.parse().next(next.minusMillis(1), schedule.zone(), TIMES),
                schedule.lastJob(),
                schedule.createdAt(),
                null);
    }

    private static String state(Schedule schedule) {
        if (schedule.paused()) {
            return "paused";
        }
        return schedule.nextAt() == null ? "over" : "active";
    }

    ScheduleView with(List<Run> latest) {
        return new ScheduleView(
                id, accountId, account, jobId, title, repeats, at, days, cron, timeZone, state, nextAt, nextTimes,
                lastJobId, createdAt, latest);
    }
}
