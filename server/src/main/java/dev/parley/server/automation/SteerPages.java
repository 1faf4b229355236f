package dev.parley.server.automation;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The buttons of a job. */
@Controller
@RequestMapping("/jobs/{id}")
@Needs(Right.RUN)
class SteerPages {

    private final Tenancy tenancy;
    private final SteerJob steer;

    SteerPages(Tenancy tenancy, SteerJob steer) {
        this.tenancy = tenancy;
        this.steer = steer;
    }

    @PostMapping("/pause")
    String pause(Caller caller, @PathVariable JobId id) {
        return steered(caller, id, steer::pause);
    }

    @DeleteMapping("/pause")
    String resume(Caller caller, @PathVariable JobId id) {
        return steered(caller, id, steer::resume);
    }

    @PostMapping("/cancellation")
    String cancel(Caller caller, @PathVariable JobId id) {
        return steered(caller, id, steer::cancel);
    }

    @PostMapping("/retrial")
    String retry(Caller caller, @PathVariable JobId id) {
        return steered(caller, id, steer::retry);
    }

    private String steered(Caller caller, JobId id, BiFunction<Caller, JobId, Job> move) {
        tenancy.in(caller.workspace(), () -> move.apply(caller, id));
        return "redirect:/jobs/" + id;
    }
}
