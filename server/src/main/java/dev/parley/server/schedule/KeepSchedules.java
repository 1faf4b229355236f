package dev.parley.server.schedule;

import dev.parley.server.account.TimeZones;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.automation.JobId;
import dev.parley.server.automation.RepeatJob;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Wrong;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** People make, change, pause and delete schedules. Everything here joins the caller's transaction. */
@Component
class KeepSchedules {

    private static final int MOST = 100;
    private static final Duration SHORTEST_GAP = Duration.ofMinutes(15);

    private final Schedules schedules;
    private final RepeatJob repeat;
    private final RunSchedule run;
    private final ActivityLog log;

    KeepSchedules(Schedules schedules, RepeatJob repeat, RunSchedule run, ActivityLog log) {
        this.schedules = schedules;
        this.repeat = repeat;
        this.run = run;
        this.log = log;
    }

    ScheduleId add(Caller caller, JobId job, Written timing, String zone) {
        var repeated = repeat.of(job);
        if (schedules.all().size() >= MOST) {
            throw new BotException(
                    ErrorCode.TOO_MANY_SCHEDULES, "The workspace has %d schedules already.".formatted(MOST));
        }
        var now = schedules.now();
        var schedule = new Schedule(
                ScheduleId.create(),
                caller.workspace(),
                new Schedule.Maker(caller.user(), caller.username()),
                repeated.account(),
                repeated.accountName(),
                job,
                repeated.title(),
                timing,
                TimeZones.parse("time_zone", zone),
                false,
                null,
                job,
                now,
                now);
        schedules.add(schedule.at(first(schedule)));
        note(caller, schedule, "add-schedule");
        return schedule.id();
    }

    void change(Caller caller, ScheduleId id, Written timing, String zone) {
        var changed = schedules.lock(id).timed(timing, TimeZones.parse("time_zone", zone));
        var next = first(changed);
        schedules.retime(id, timing, changed.zone());
        schedules.moveOn(changed, changed.paused(), changed.paused() ? null : next);
        note(caller, changed, "change-schedule");
    }

    void pause(Caller caller, ScheduleId id) {
        var schedule = schedules.lock(id);
        schedules.moveOn(schedule, true, null);
        note(caller, schedule, "pause-schedule");
    }

    /** It goes on with the next time from now on. */
    void resume(Caller caller, ScheduleId id) {
        var schedule = schedules.lock(id);
        schedules.moveOn(schedule, false, schedule.next().orElse(null));
        note(caller, schedule, "resume-schedule");
    }

    void runNow(ScheduleId id) {
        run.now(id);
    }

    void remove(Caller caller, ScheduleId id) {
        var schedule = schedules.lock(id);
        schedules.remove(schedule);
        note(caller, schedule, "delete-schedule");
    }

    /** Refuses what never comes, or too often. */
    private static Instant first(Schedule schedule) {
        var timing = schedule.timing();
        var parsed = timing.parse();
        if (parsed.shortestGap(schedule.readAt()).compareTo(SHORTEST_GAP) < 0) {
            throw Wrong.refusal("cron", "must leave a quarter of an hour or more between two times");
        }
        return parsed.next(schedule.readAt(), schedule.zone())
                .orElseThrow(() -> Wrong.refusal(
                        timing.repeats().equals("cron") ? "cron" : "at", "must be a time that is still to come"));
    }

    private void note(Caller caller, Schedule schedule, String action) {
        log.record(Activity.of(action, Status.SUCCEEDED)
                .in(caller.workspace())
                .by(caller.user(), caller.username())
                .on(schedule.account(), schedule.accountName())
                .about(schedule.title())
                .with("schedule_id", schedule.id().toString())
                .build());
    }
}
