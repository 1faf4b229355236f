package dev.parley.server.identity;

import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Whether the password alone is enough on this instance: administrators decide, unless the settings have decided for them. */
@Component
public class FactorPolicy {

    private final IdentitySettings settings;
    private final Policies policies;
    private final SecondFactors secondFactors;
    private final AuditTrail trail;
    private final Tenancy tenancy;

    FactorPolicy(
            IdentitySettings settings,
            Policies policies,
            SecondFactors secondFactors,
            AuditTrail trail,
            Tenancy tenancy) {
        this.settings = settings;
        this.policies = policies;
        this.secondFactors = secondFactors;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    /** Whether the person has to set up a second factor before anything else. */
    public boolean isDue(Person person) {
        return person.isAdmin() && adminsNeedFactor() && hasNone(person);
    }

    boolean adminsNeedFactor() {
        return isForced() || policies.adminsNeedSecondFactor();
    }

    /** The settings say so, and nobody can undo that on a page. */
    boolean isForced() {
        return settings.adminsNeedSecondFactor();
    }

    private boolean hasNone(Person person) {
        return secondFactors.of(person.id()).isEmpty();
    }

    /** Whoever turns it on must be able to come back. */
    void change(Person by, boolean need) {
        if (isForced() && !need) {
            throw new BotException(ErrorCode.POLICY_FORCED, ErrorCode.POLICY_FORCED.description());
        }
        if (need && hasNone(by)) {
            throw new BotException(
                    ErrorCode.ACTION_REQUIRED,
                    "Set up a second factor of your own first: without one you would be shut out yourself.",
                    Refusal.first("SET_UP_SECOND_FACTOR"));
        }
        tenancy.unbound(() -> {
            var before = policies.adminsNeedSecondFactor();
            policies.letAdminsNeedSecondFactor(need);
            trail.record(Audited.of("change-policy")
                    .by(by.id(), by.username())
                    .on(null, "administrators need a second factor")
                    .changing(before, need));
            return need;
        });
    }
}
