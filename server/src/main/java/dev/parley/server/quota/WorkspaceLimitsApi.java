package dev.parley.server.quota;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a workspace limits each of its accounts to. The lowest of these, the defaults, the person's and the account's own is in force. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/limits")
class WorkspaceLimitsApi {

    private final Tenancy tenancy;
    private final Limits limits;
    private final ChangeLimits changeLimits;

    WorkspaceLimitsApi(Tenancy tenancy, Limits limits, ChangeLimits changeLimits) {
        this.tenancy = tenancy;
        this.limits = limits;
        this.changeLimits = changeLimits;
    }

    /** @param inForce the lowest of the defaults and these */
    record Answer(List<Limit> limits, List<Limit> inForce) {}

    @GetMapping
    @Needs(Right.READ)
    Answer get(Caller caller) {
        return tenancy.in(caller.workspace(), () -> answer(caller));
    }

    @PutMapping
    @Needs(value = Right.ADJUST, acrossAccounts = true)
    Answer set(Caller caller, @Valid @RequestBody WantedLimits wanted) {
        return tenancy.in(caller.workspace(), () -> {
            changeLimits.set(new Whose.AllAccounts(caller.workspace()), WantedLimits.of(wanted.limits()));
            return answer(caller);
        });
    }

    private Answer answer(Caller caller) {
        return new Answer(limits.of(new Whose.AllAccounts(caller.workspace())), limits.inForceInWorkspace());
    }
}
