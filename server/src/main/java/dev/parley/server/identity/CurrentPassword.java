package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.guard.Attempt;
import dev.parley.server.guard.From;
import dev.parley.server.guard.Guard;
import dev.parley.server.guard.What;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks whoever is signed in for their password once more. */
@Component
public class CurrentPassword {

    private static final String PROVING = "prove-identity";
    private static final From NOWHERE = new From("", null);

    private final People people;
    private final Passwords passwords;
    private final Guard guard;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    CurrentPassword(
            People people, Passwords passwords, Guard guard, Tenancy tenancy, ApplicationEventPublisher events) {
        this.people = people;
        this.passwords = passwords;
        this.guard = guard;
        this.tenancy = tenancy;
        this.events = events;
    }

    /** Counted apart from sign-ins: whoever got hold of a session can keep its owner from nothing else. */
    public void check(SignedIn me, String password) {
        var attempt = attempt(me);
        var known = people.credentials(me.person().username())
                .orElseThrow(() -> new BotException(ErrorCode.NOT_SIGNED_IN, ErrorCode.NOT_SIGNED_IN.description()));
        if (!passwords.matches(password, known.passwordHash())) {
            guard.failed(attempt);
            throw refused(me, wrong());
        }
        if (!guard.isOpen(attempt)) {
            throw refused(me, wrong());
        }
    }

    BotException refused(SignedIn me, BotException refused) {
        publish(new AccessTried(me.person(), PROVING, refused));
        return refused;
    }

    void proven(SignedIn me) {
        publish(new AccessTried(me.person(), PROVING));
    }

    private void publish(AccessTried tried) {
        tenancy.unbound(() -> {
            events.publishEvent(tried);
            return true;
        });
    }

    static Attempt attempt(SignedIn me) {
        return new Attempt(What.CONFIRMATION, me.person().id().toString(), NOWHERE, "any");
    }

    private static BotException wrong() {
        return new BotException(
                ErrorCode.INVALID_CREDENTIALS,
                "The current password is wrong.",
                Refusal.of(List.of(new BotException.Field("current_password", "is wrong"))));
    }
}
