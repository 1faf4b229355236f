package dev.parley.server.identity;

import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What administrators decide for the whole instance. */
@RestController
@RequestMapping("/api/admin/policies")
@Needs(Right.ADMINISTER)
class PolicyApi {

    private final FactorPolicy policy;

    PolicyApi(FactorPolicy policy) {
        this.policy = policy;
    }

    /** @param forced whether the settings have decided, and nobody can undo it here */
    record View(boolean adminsNeedSecondFactor, boolean forced) {}

    @GetMapping
    View get() {
        return new View(policy.adminsNeedFactor(), policy.isForced());
    }

    record Change(@NotNull Boolean adminsNeedSecondFactor) {}

    @PutMapping
    @FreshSignIn
    View set(@Valid @RequestBody Change change) {
        policy.change(SignedIn.current().person(), change.adminsNeedSecondFactor());
        return get();
    }
}
