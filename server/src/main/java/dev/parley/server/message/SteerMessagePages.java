package dev.parley.server.message;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing one's mind about a message, on its page. */
@Controller
@RequestMapping(MessagePages.PAGE + "/{id}")
@Needs(Right.RUN)
class SteerMessagePages {

    private static final Duration LOOKING = Duration.ofSeconds(45);

    private final Tenancy tenancy;
    private final SteerMessage steer;
    private final Deliveries deliveries;

    SteerMessagePages(Tenancy tenancy, SteerMessage steer, Deliveries deliveries) {
        this.tenancy = tenancy;
        this.steer = steer;
        this.deliveries = deliveries;
    }

    @PostMapping("/cancellation")
    String cancel(Caller caller, @PathVariable MessageId id) {
        tenancy.run(caller.workspace(), () -> steer.cancel(caller, id));
        return back(id);
    }

    @PostMapping("/retrial")
    String retry(Caller caller, @PathVariable MessageId id) {
        tenancy.run(caller.workspace(), () -> steer.retry(caller, id));
        return back(id);
    }

    @PostMapping("/looks")
    String look(Caller caller, @PathVariable MessageId id) {
        var action = tenancy.in(caller.workspace(), () -> steer.look(caller, id));
        deliveries.awaitLook(caller, id, action, LOOKING);
        return back(id);
    }

    @PostMapping("/decision")
    String decide(Caller caller, @PathVariable MessageId id, @RequestParam boolean sent) {
        tenancy.run(caller.workspace(), () -> steer.decide(caller, id, sent));
        return back(id);
    }

    private static String back(MessageId id) {
        return "redirect:" + MessagePages.PAGE + "/" + id;
    }
}
