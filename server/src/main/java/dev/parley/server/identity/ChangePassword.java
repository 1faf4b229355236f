package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Another password: it ends every session and token but the one that asked for it. */
@Component
public class ChangePassword {

    public static final String ACTION = "change-password";

    private final People people;
    private final Passwords passwords;
    private final CurrentPassword currentPassword;
    private final Tokens tokens;
    private final PageSessions sessions;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    ChangePassword(
            People people,
            Passwords passwords,
            CurrentPassword currentPassword,
            Tokens tokens,
            PageSessions sessions,
            Tenancy tenancy,
            ApplicationEventPublisher events) {
        this.people = people;
        this.passwords = passwords;
        this.currentPassword = currentPassword;
        this.tokens = tokens;
        this.sessions = sessions;
        this.tenancy = tenancy;
        this.events = events;
    }

    /** By the person, who proves the old one. */
    void change(SignedIn me, String current, String wanted) {
        currentPassword.check(me, current);
        change(me.person(), current, wanted, me.proof());
    }

    /** Of somebody whose old one has just been checked. */
    void change(Person person, String current, String wanted, SignedIn.@Nullable Proof kept) {
        PasswordRules.check(wanted, person.username());
        if (wanted.equals(current)) {
            var why = "is the one that you have";
            throw new BotException(
                    ErrorCode.PASSWORD_TOO_WEAK,
                    "The new password " + why + ".",
                    Refusal.of(List.of(new BotException.Field("new_password", why))));
        }
        set(person, wanted, false, kept);
        events.publishEvent(new PasswordChanged(person.id(), current));
    }

    /** By an administrator: the person has to choose another one at the next sign-in. */
    void reset(Person person, String password) {
        set(person, password, true, null);
    }

    /** By whoever can still prove, when the new one is stored, to be that person. */
    public void recover(Person person, String wanted, Supplier<Person> proven) {
        PasswordRules.check(wanted, person.username());
        var hash = passwords.encode(wanted);
        tenancy.unbound(() -> {
            store(proven.get(), hash, false, null);
            return true;
        });
    }

    private void set(Person person, String password, boolean mustChangeAgain, SignedIn.@Nullable Proof kept) {
        var hash = passwords.encode(password);
        tenancy.unbound(() -> {
            store(person, hash, mustChangeAgain, kept);
            return true;
        });
    }

    private void store(Person person, String hash, boolean mustChangeAgain, SignedIn.@Nullable Proof kept) {
        people.changePassword(person.id(), hash, mustChangeAgain);
        signOutEverywhere(person, kept);
        events.publishEvent(new AccessTried(person.id(), person.username(), ACTION, null));
    }

    void signOutEverywhere(Person person, SignedIn.@Nullable Proof kept) {
        tokens.revokeAll(person.id(), kept instanceof SignedIn.Proof.Token(UUID id) ? id : null);
        sessions.endAll(person.id(), kept instanceof SignedIn.Proof.Session(String id) ? id : null);
        events.publishEvent(new AccessEnded(person));
    }
}
