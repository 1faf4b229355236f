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
    private final People people;

    AuditPeople(AuditTrail trail, People people) {
        this.trail = trail;
        this.people = people;
    }

    @EventListener
    void tried(AccessTried tried) {
        var refused = tried.refused();
        trail.record(
                by(tried).changing(tried.before(), tried.after()).refused(refused == null ? null : refused.code()));
    }

    /** Its person, unless somebody else is signed in and did it to them. */
    private static Audited by(AccessTried tried) {
        var isOthers = SignedIn.ifAny()
                .filter(who -> !who.person().id().equals(tried.user()))
                .isPresent();
        if (!isOthers) {
            return Audited.of(tried.action()).by(tried.user(), tried.username()).on(null, tried.about());
        }
        var action = tried.action().equals(ChangePassword.ACTION) ? "reset-password" : tried.action();
        return byAdministrator(on(action, tried.user(), tried.username()));
    }

    @EventListener
    void tried(StrangerTried tried) {
        trail.record(Audited.of("sign-in").refused(tried.refused()));
    }

    @EventListener
    void added(PersonAdded added) {
        trail.record(byAdministrator(on("add-person", added.user(), added.username()))
                .changing(null, told(people.get(added.user()))));
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
