package dev.parley.server.connection;

import dev.parley.instagram.Refusal;
import dev.parley.server.account.Asked;
import dev.parley.server.account.ReuseSession;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Performed;
import dev.parley.server.tenancy.Tenancy;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Goes on with the session that an account has; where nobody knows lately whether it works, Instagram is asked. */
@Component
class TrySession {

    private final Tenancy tenancy;
    private final ReuseSession reuse;

    TrySession(Tenancy tenancy, ReuseSession reuse) {
        this.tenancy = tenancy;
        this.reuse = reuse;
    }

    /** Empty where a new sign-in is needed. */
    Optional<Performed<Asked>> of(Attempt attempt, ReuseSession.Known known) {
        if (known.fresh()) {
            return reused(attempt);
        }
        var asked = reuse.ask(known);
        if (asked.refusal().orElse(null) instanceof Refusal.SlowDown slowDown) {
            return Optional.of(new Performed.Refused<>(slowDown));
        }
        var works = tenancy.in(attempt.action().workspace(), () -> reuse.record(asked));
        return works ? reused(attempt) : Optional.empty();
    }

    private static Optional<Performed<Asked>> reused(Attempt attempt) {
        return Optional.of(new Performed.Succeeded<>(new Asked.Reused(attempt.account())));
    }
}
