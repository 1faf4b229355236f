package dev.parley.server.quota;

import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.identity.SignedIn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts into the trail which limits somebody changed: the workspace's part for its own and its accounts', else the instance's. */
@Component
class AuditLimits {

    private final AuditTrail trail;

    AuditLimits(AuditTrail trail) {
        this.trail = trail;
    }

    void changed(Whose whose, List<Limit> before, List<Limit> after) {
        record("change-limits", whose, before, after);
    }

    void warmUpChanged(Whose whose, Object before, Object after) {
        record("change-warm-up", whose, before, after);
    }

    private void record(String action, Whose whose, Object before, Object after) {
        var audited = on(whose, Audited.of(action)).changing(before, after);
        trail.record(SignedIn.ifAny()
                .map(SignedIn::person)
                .map(person -> audited.by(person.id(), person.username()))
                .orElse(audited));
    }

    private static Audited on(Whose whose, Audited audited) {
        return switch (whose) {
            case Whose.Everybody all -> audited.on(null, "everybody");
            case Whose.Person one -> audited.on(one.user(), null);
            case Whose.AllAccounts all -> audited.in(all.workspace()).on(all.workspace(), "all accounts");
            case Whose.OneAccount one ->
                audited.in(one.workspace()).on(one.account().id(), one.account().username());
        };
    }
}
