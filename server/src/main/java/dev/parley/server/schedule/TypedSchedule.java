package dev.parley.server.schedule;

import dev.parley.server.automation.JobId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form, right or wrong.
 *
 * @param schedule null for a new one
 */
public record TypedSchedule(@Nullable ScheduleId schedule, JobId job, String title, Written timing, String zone) {

    static TypedSchedule anew(JobId job, String title) {
        return new TypedSchedule(null, job, title, new Written("daily", "09:00", List.of(), ""), "UTC");
    }

    static TypedSchedule of(ScheduleView kept) {
        return new TypedSchedule(
                kept.id(),
                kept.jobId(),
                kept.title(),
                new Written(kept.repeats(), kept.at(), kept.days(), kept.cron()),
                kept.timeZone());
    }

    TypedSchedule typed(Written otherwise, String there) {
        return new TypedSchedule(schedule, job, title, otherwise, there);
    }

    /** Where the form goes. */
    public String action() {
        return schedule == null ? "/schedules" : "/schedules/" + schedule + "/times";
    }
}
