package dev.parley.server.schedule;

import dev.parley.server.account.TimeZones;
import dev.parley.server.automation.JobId;
import dev.parley.server.automation.RepeatJob;
import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The schedules of a workspace: when which job comes again, and what came of it. */
@Controller
@RequestMapping("/schedules")
@Needs(Right.RUN)
class SchedulePages {

    private final Tenancy tenancy;
    private final ReadSchedules read;
    private final KeepSchedules keep;
    private final RepeatJob repeat;

    SchedulePages(Tenancy tenancy, ReadSchedules read, KeepSchedules keep, RepeatJob repeat) {
        this.tenancy = tenancy;
        this.read = read;
        this.keep = keep;
        this.repeat = repeat;
    }

    @GetMapping
    @Needs(Right.READ)
    ModelAndView list(Caller caller) {
        return new ModelAndView("schedule/list").addObject("schedules", tenancy.in(caller.workspace(), read::all));
    }

    @GetMapping("/new")
    ModelAndView form(Caller caller, @RequestParam JobId job) {
        return form(anew(caller, job), Wrong.nothing());
    }

    @PostMapping
    ModelAndView add(
            Caller caller,
            @RequestParam JobId job,
            @RequestParam(defaultValue = "") String repeats,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable List<String> days,
            @RequestParam(required = false) @Nullable String cron,
            @RequestParam(name = "time_zone", defaultValue = "UTC") String zone) {
        var typed = anew(caller, job).typed(written(repeats, at, days, cron), zone);
        return saved(typed, () -> tenancy.in(caller.workspace(), () -> keep.add(caller, job, typed.timing(), zone)));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ)
    ModelAndView show(Caller caller, @PathVariable ScheduleId id) {
        return new ModelAndView("schedule/schedule")
                .addObject("schedule", tenancy.in(caller.workspace(), () -> read.one(id)));
    }

    @GetMapping("/{id}/times")
    ModelAndView form(Caller caller, @PathVariable ScheduleId id) {
        return form(kept(caller, id), Wrong.nothing());
    }

    @PostMapping("/{id}/times")
    ModelAndView change(
            Caller caller,
            @PathVariable ScheduleId id,
            @RequestParam(defaultValue = "") String repeats,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable List<String> days,
            @RequestParam(required = false) @Nullable String cron,
            @RequestParam(name = "time_zone", defaultValue = "UTC") String zone) {
        var typed = kept(caller, id).typed(written(repeats, at, days, cron), zone);
        return saved(typed, () -> {
            tenancy.run(caller.workspace(), () -> keep.change(caller, id, typed.timing(), zone));
            return id;
        });
    }

    @PostMapping("/{id}/pause")
    String pause(Caller caller, @PathVariable ScheduleId id) {
        tenancy.run(caller.workspace(), () -> keep.pause(caller, id));
        return "redirect:/schedules/" + id;
    }

    @DeleteMapping("/{id}/pause")
    String resume(Caller caller, @PathVariable ScheduleId id) {
        tenancy.run(caller.workspace(), () -> keep.resume(caller, id));
        return "redirect:/schedules/" + id;
    }

    @PostMapping("/{id}/runs")
    String run(Caller caller, @PathVariable ScheduleId id) {
        tenancy.run(caller.workspace(), () -> keep.runNow(id));
        return "redirect:/schedules/" + id;
    }

    @DeleteMapping("/{id}")
    String remove(Caller caller, @PathVariable ScheduleId id) {
        tenancy.run(caller.workspace(), () -> keep.remove(caller, id));
        return "redirect:/schedules";
    }

    private TypedSchedule anew(Caller caller, JobId job) {
        return tenancy.in(
                caller.workspace(), () -> TypedSchedule.anew(job, repeat.of(job).title()));
    }

    private TypedSchedule kept(Caller caller, ScheduleId id) {
        return tenancy.in(caller.workspace(), () -> TypedSchedule.of(read.one(id)));
    }

    private static Written written(
            String repeats, @Nullable String at, @Nullable List<String> days, @Nullable String cron) {
        return new Written(repeats, at, days == null ? List.of() : days, cron);
    }

    private static ModelAndView saved(TypedSchedule typed, Supplier<ScheduleId> save) {
        try {
            return new ModelAndView("redirect:/schedules/" + save.get());
        } catch (BotException refused) {
            return form(typed, new Wrong(refused));
        }
    }

    private static ModelAndView form(TypedSchedule typed, Wrong wrong) {
        return wrong.on(
                new ModelAndView("schedule/form").addObject("typed", typed).addObject("zones", TimeZones.ofPlaces()));
    }
}
