package dev.parley.server.account;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignedOut;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signing out of Instagram: prepared in a transaction, asked outside of any, recorded in another one. */
@Component
public class SignOut {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Verifications verifications;
    private final KeptPasswords keptPasswords;
    private final Drivers drivers;
    private final ActivityLog activities;
    private final AuditAccounts audit;

    SignOut(
            Accounts accounts,
            Sessions sessions,
            Verifications verifications,
            KeptPasswords keptPasswords,
            Drivers drivers,
            ActivityLog activities,
            AuditAccounts audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.verifications = verifications;
        this.keptPasswords = keptPasswords;
        this.drivers = drivers;
        this.activities = activities;
        this.audit = audit;
    }

    /** @param session null where none is stored, or none that can be read */
    public record Prepared(Account account, @Nullable SessionSnapshot session) {}

    /** @param outcome null where there was nothing to end at Instagram */
    public record Asked(Account account, @Nullable Outcome<SignedOut> outcome) {}

    public Prepared prepare(AccountId account) {
        return new Prepared(accounts.get(account), readable(account).orElse(null));
    }

    /** Somebody who wants to sign out is not kept from it by a record that cannot be read. */
    private Optional<SessionSnapshot> readable(AccountId account) {
        try {
            return sessions.stored(account);
        } catch (BotException unreadable) {
            return Optional.empty();
        }
    }

    public Asked ask(Prepared prepared) {
        var session = prepared.session();
        return new Asked(
                prepared.account(),
                session == null ? null : drivers.open(session).signOut());
    }

    /** Here the session is over whatever Instagram answered. */
    public void record(Asked asked, Activity.Who who) {
        var account = asked.account();
        sessions.end(account.id(), AccountState.DISCONNECTED, null, null);
        verifications.end(account.id());
        keptPasswords.forget(account.id());
        activities.record(Activity.of("sign-out", Status.SUCCEEDED)
                .in(account.workspace())
                .on(account.id(), account.username())
                .by(who.user(), who.name())
                .message(message(asked.outcome()))
                .build());
        audit.record("disconnect-account", account, who, null);
    }

    private static String message(@Nullable Outcome<SignedOut> outcome) {
        return switch (outcome) {
            case null -> "There was no session to end.";
            case Outcome.Done<SignedOut> done -> "The session has ended, at Instagram too.";
            case Outcome.Refused<SignedOut> refused ->
                "The session has ended here; Instagram did not confirm it: "
                        + refused.refusal().detail();
        };
    }
}
