package dev.parley.server.schedule;

import dev.parley.server.automation.JobId;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Jobs that are ordered again at their times. */
@RestController
@RequestMapping("/api/schedules")
@Needs(Right.RUN)
class ScheduleApi {

    private final Tenancy tenancy;
    private final ReadSchedules read;
    private final KeepSchedules keep;

    ScheduleApi(Tenancy tenancy, ReadSchedules read, KeepSchedules keep) {
        this.tenancy = tenancy;
        this.read = read;
        this.keep = keep;
    }

    @GetMapping
    @Needs(Right.READ)
    Page<ScheduleView> list(Caller caller) {
        return tenancy.in(caller.workspace(), () -> new Page<>(read.all(), null));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ)
    ScheduleView one(Caller caller, @PathVariable ScheduleId id) {
        return tenancy.in(caller.workspace(), () -> read.one(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ScheduleView add(Caller caller, @RequestBody @Valid Wish wish) {
        return tenancy.in(
                caller.workspace(), () -> read.one(keep.add(caller, wish.jobId(), wish.timing(), wish.zone())));
    }

    /** Other times for the same job. */
    @PutMapping("/{id}")
    ScheduleView change(Caller caller, @PathVariable ScheduleId id, @RequestBody @Valid Times times) {
        return changed(caller, id, () -> keep.change(caller, id, times.timing(), times.zone()));
    }

    @PostMapping("/{id}/pause")
    ScheduleView pause(Caller caller, @PathVariable ScheduleId id) {
        return changed(caller, id, () -> keep.pause(caller, id));
    }

    @PostMapping("/{id}/resume")
    ScheduleView resume(Caller caller, @PathVariable ScheduleId id) {
        return changed(caller, id, () -> keep.resume(caller, id));
    }

    /** Orders the job now, beside its times. */
    @PostMapping("/{id}/run")
    ScheduleView run(Caller caller, @PathVariable ScheduleId id) {
        return changed(caller, id, () -> keep.runNow(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable ScheduleId id) {
        tenancy.run(caller.workspace(), () -> keep.remove(caller, id));
    }

    private ScheduleView changed(Caller caller, ScheduleId id, Runnable change) {
        return tenancy.in(caller.workspace(), () -> {
            change.run();
            return read.one(id);
        });
    }

    /**
     * @param jobId the job whose order is repeated
     * @param repeats once, daily, weekly or cron
     * @param at a day and time for once, a time for daily and weekly
     * @param cron minute, hour, day of the month, month and day of the week
     * @param timeZone such as Europe/Berlin; UTC where it is left out
     */
    record Wish(
            @NotNull JobId jobId,
            @NotNull @Size(max = 20) String repeats,
            @Size(max = 40) @Nullable String at,
            @Size(max = 7) @Nullable List<@NotNull String> days,
            @Size(max = 100) @Nullable String cron,
            @Size(max = 100) @Nullable String timeZone) {

        Written timing() {
            return new Written(repeats, at, days == null ? List.of() : days, cron);
        }

        String zone() {
            return timeZone == null ? "UTC" : timeZone;
        }
    }

    record Times(
            @NotNull @Size(max = 20) String repeats,
            @Size(max = 40) @Nullable String at,
            @Size(max = 7) @Nullable List<@NotNull String> days,
            @Size(max = 100) @Nullable String cron,
            @Size(max = 100) @Nullable String timeZone) {

        Written timing() {
            return new Written(repeats, at, days == null ? List.of() : days, cron);
        }

        String zone() {
            return timeZone == null ? "UTC" : timeZone;
        }
    }
}
