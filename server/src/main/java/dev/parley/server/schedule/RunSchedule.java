package dev.parley.server.schedule;

import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.automation.JobId;
import dev.parley.server.automation.RepeatJob;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders the job of a schedule whose time has come: in the transaction in which the schedule moves on, hence once. */
@Component
class RunSchedule {

    private final Tenancy tenancy;
    private final Schedules schedules;
    private final Runs runs;
    private final RepeatJob repeat;
    private final ActivityLog log;

    RunSchedule(Tenancy tenancy, Schedules schedules, Runs runs, RepeatJob repeat, ActivityLog log) {
        this.tenancy = tenancy;
        this.schedules = schedules;
        this.runs = runs;
        this.repeat = repeat;
        this.log = log;
    }

    /** What came of one time: a job, or the reason why there is none. */
    record Came(
            @Nullable JobId job,
            @Nullable ErrorCode code,
            @Nullable String detail) {}

    /** @param version of the scheduler's row, as this node has picked it */
    void ifDue(WorkspaceId workspace, ScheduleId id, long version) {
        tenancy.run(workspace, () -> {
            var schedule = schedules.find(id).orElse(null);
            if (schedule == null) {
                schedules.rest(id, version, null);
                return;
            }
            var until = schedule.nextAt();
            if (until != null && schedule.isDue()) {
                come(schedule, until);
                until = schedule.next().orElse(null);
                schedules.moveOn(schedule, false, until);
            }
            schedules.rest(id, version, until);
        });
    }

    /** Beside its times. Joins the caller's transaction. */
    void now(ScheduleId id) {
        var schedule = schedules.lock(id);
        come(schedule, schedule.readAt());
    }

    private void come(Schedule schedule, Instant dueAt) {
        var came = order(schedule);
        runs.add(schedule, dueAt, came);
        if (came.job() != null) {
            schedules.ordered(schedule.id(), came.job());
        }
        note(schedule, came);
    }

    private Came order(Schedule schedule) {
        if (!repeat.isOver(schedule.lastJob())) {
            return new Came(
                    null, ErrorCode.FORMER_JOB_RUNS, "The job before, " + schedule.lastJob() + ", has not ended yet.");
        }
        var maker = schedule.maker();
        try {
            var caller = new Caller(maker.user(), maker.name(), false, schedule.workspace());
            return new Came(repeat.order(caller, schedule.job()), null, null);
        } catch (BotException refused) {
            return new Came(null, refused.code(), refused.getMessage());
        }
    }

    private void note(Schedule schedule, Came came) {
        var job = came.job();
        var note = Activity.of("schedule", job == null ? Status.SKIPPED : Status.SUCCEEDED)
                .in(schedule.workspace())
                .by(schedule.maker().user(), schedule.maker().name())
                .on(schedule.account(), schedule.accountName())
                .about(schedule.title())
                .code(came.code())
                .message(came.detail())
                .with("schedule_id", schedule.id().toString());
        log.record((job == null ? note : note.with("job_id", job.toString())).build());
    }
}
