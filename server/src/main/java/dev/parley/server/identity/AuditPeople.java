package dev.parley.server.identity;

import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.core.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts into the instance's trail who got in or was refused, and what administrators did to people. */
@Component
class AuditPeople {

    private final AuditTrail trail;

    AuditPeople(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void tried(AccessTried tried) {
        var refused = tried.refused();
        trail.record(
                isReset(tried)
                        ? byAdministrator(on("reset-password", tried.user(), tried.username()))
                        : Audited.of(tried.action())
                                .by(tried.user(), tried.username())
                                .refused(refused == null ? null : refused.code()));
    }

    /** Somebody else changed the password. */
    private static boolean isReset(AccessTried tried) {
        return tried.action().equals("change-password")
                && SignedIn.ifAny()
                        .filter(who -> !who.person().id().equals(tried.user()))
                        .isPresent();
    }

    @EventListener
    void tried(StrangerTried tried) {
        trail.record(Audited.of("sign-in").refused(tried.refused()));
    }

    @EventListener
    void added(PersonAdded added) {
        trail.record(byAdministrator(on("add-person", added.user(), added.username())));
    }

    @EventListener
    void changed(PersonChanged changed) {
        var after = changed.after();
        trail.record(byAdministrator(on("change-person", after.id(), after.username()))
                .changing(told(changed.before()), told(after)));
    }

    @EventListener
    void removed(PersonLeaves leaving) {
        trail.record(byAdministrator(on("remove-person", leaving.user(), leaving.username())));
    }

    private static Audited on(String action, UserId user, String name) {
        return Audited.of(action).on(user, name);
    }

    /** Nobody where the server itself acts, as at its first start. */
    private static Audited byAdministrator(Audited audited) {
        return SignedIn.ifAny()
                .map(SignedIn::person)
                .map(person -> audited.by(person.id(), person.username()))
                .orElse(audited);
    }

    private static Map<String, Object> told(Person person) {
        var told = new LinkedHashMap<String, Object>();
        told.put("email", person.email());
        told.put("role", person.role().stored());
        told.put("disabled", person.isDisabled());
        return told;
    }
}
