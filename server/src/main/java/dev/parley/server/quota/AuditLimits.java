package dev.parley.server.quota;

import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.core.UserId;
import dev.parley.server.identity.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into the instance's trail which limits an administrator changed. */
@Component
class AuditLimits {

    private final AuditTrail trail;

    AuditLimits(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param user whose limits they are; null for everybody's */
    void changed(@Nullable UserId user, List<Limit> before, List<Limit> after) {
        var audited = Audited.of("change-limits")
                .on(user, user == null ? "everybody" : null)
                .changing(before, after);
        trail.record(SignedIn.ifAny()
                .map(SignedIn::person)
                .map(person -> audited.by(person.id(), person.username()))
                .orElse(audited));
    }
}
