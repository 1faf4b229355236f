package dev.parley.server.automation;

import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Undoing a job, once one has read what that means. */
@Controller
@RequestMapping("/jobs/{id}/undo")
@Needs(Right.RUN)
class UndoPages {

    private static final String AT_ONCE = "0";

    private final Tenancy tenancy;
    private final ReadJobs read;
    private final Undo undo;

    UndoPages(Tenancy tenancy, ReadJobs read, Undo undo) {
        this.tenancy = tenancy;
        this.read = read;
        this.undo = undo;
    }

    @GetMapping
    ModelAndView form(Caller caller, @PathVariable JobId id) {
        return form(caller, id, AT_ONCE, Wrong.nothing());
    }

    @PostMapping
    ModelAndView order(
            Caller caller,
            @PathVariable JobId id,
            @Valid Wish wish,
            BindingResult form,
            @RequestParam(defaultValue = "") String afterDays) {
        try {
            Wrong.refuse(form);
            var job = tenancy.in(caller.workspace(), () -> undo.order(caller, id, wish.days(), false));
            return new ModelAndView("redirect:/jobs/" + job.id());
        } catch (BotException refused) {
            return form(caller, id, afterDays, new Wrong(refused));
        }
    }

    private ModelAndView form(Caller caller, JobId id, String afterDays, Wrong wrong) {
        return tenancy.in(
                caller.workspace(),
                () -> wrong.on(new ModelAndView("automation/undo")
                        .addObject("job", read.one(id))
                        .addObject("afterDays", afterDays)));
    }

    record Wish(
            @NotNull @Min(0) @Max(Source.OfJob.MOST_DAYS) @Nullable
            Integer afterDays) {

        int days() {
            return afterDays == null ? 0 : afterDays;
        }
    }
}
