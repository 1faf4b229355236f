package dev.parley.server.schedule;

import java.util.List;
import org.springframework.stereotype.Component;

/** Schedules as people and programs see them. Joins the caller's transaction. */
@Component
class ReadSchedules {

    private final Schedules schedules;
    private final Runs runs;

    ReadSchedules(Schedules schedules, Runs runs) {
        this.schedules = schedules;
        this.runs = runs;
    }

    /** Always one page: a workspace has few schedules. */
    List<ScheduleView> all() {
        return schedules.all().stream().map(ScheduleView::of).toList();
    }

    ScheduleView one(ScheduleId id) {
        return ScheduleView.of(schedules.get(id)).with(runs.of(id));
    }
}
