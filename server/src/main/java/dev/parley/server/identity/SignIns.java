package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.guard.Attempt;
import dev.parley.server.guard.From;
import dev.parley.server.guard.Guard;
import dev.parley.server.guard.KnownDevices;
import dev.parley.server.guard.What;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Checks a username and a password, and a second factor where the person has one. */
@Component
class SignIns {

    private static final String ACTION = "sign-in";

    private final People people;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final Guard guard;
    private final KnownDevices devices;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    SignIns(
            People people,
            Passwords passwords,
            SecondFactors secondFactors,
            Guard guard,
            KnownDevices devices,
            Tenancy tenancy,
            ApplicationEventPublisher events) {
        this.people = people;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.guard = guard;
        this.devices = devices;
        this.tenancy = tenancy;
        this.events = events;
    }

    /** @param code of a second factor, as far as one was given */
    record Claim(String username, String password, @Nullable String code, From from) {

        @Override
        public String toString() {
            return "Claim[username=" + username + "]";
        }
    }

    sealed interface Checked {

        /** Somebody is who they say. */
        record Proven(Person person) implements Checked {}

        /** The password is right, and not enough. */
        record FactorMissing(Person person, Set<FactorMethod> methods) implements Checked {}
    }

    /**
     * Somebody who is kept waiting, because others guess, gets in with a code beside the password. Without one the answer is the same as to a
     * wrong password.
     */
    Checked check(Claim claim) {
        var person = rightPassword(claim.username(), claim.password(), claim.from());
        var isOpen = guard.isOpen(attempt(What.PASSWORD, person.id(), claim.from()));
        var methods = secondFactors.of(person.id());
        var code = claim.code() == null || methods.isEmpty() ? "" : claim.code();
        if (!code.isBlank()) {
            takeCode(person, code, claim.from(), isOpen ? wrongCode() : invalid());
        } else if (!isOpen) {
            throw refused(person, invalid());
        } else if (!methods.isEmpty()) {
            return new Checked.FactorMissing(person, methods);
        }
        return new Checked.Proven(person);
    }

    /** Writes down that somebody who has proven everything is let in. */
    void letIn(Person person) {
        publish(new AccessTried(person.id(), person.username(), ACTION, null));
    }

    /** Whose password it is. */
    Person byPassword(String username, String password, From from) {
        var person = rightPassword(username, password, from);
        if (!guard.isOpen(attempt(What.PASSWORD, person.id(), from))) {
            throw refused(person, invalid());
        }
        return person;
    }

    private Person rightPassword(String username, String password, From from) {
        var known = people.credentials(username);
        var hash = known.map(People.Credentials::passwordHash).orElseGet(passwords::nobodysHash);
        var matches = passwords.matches(password, hash);
        if (known.isEmpty()) {
            guard.failed(new Attempt(What.PASSWORD, username.toLowerCase(Locale.ROOT), from, null));
            var refused = invalid();
            publish(new StrangerTried(refused.code()));
            throw refused;
        }
        var person = known.get().person();
        if (!matches || person.isDisabled()) {
            guard.failed(attempt(What.PASSWORD, person.id(), from));
            throw refused(person, invalid());
        }
        upgrade(known.get(), password);
        return person;
    }

    /** The second step of somebody whose password was right. */
    Person byCode(UserId user, String code, From from) {
        var person = people.get(user);
        takeCode(person, code, from, wrongCode());
        return person;
    }

    private void takeCode(Person person, String code, From from, BotException otherwise) {
        var attempt = attempt(What.CODE, person.id(), from);
        if (!guard.mayTry(attempt)) {
            throw refused(person, otherwise);
        }
        if (!secondFactors.take(person.id(), code)) {
            guard.wasWrong(attempt);
            throw refused(person, otherwise);
        }
        guard.wasRight(attempt);
    }

    private Attempt attempt(What what, UserId user, From from) {
        return new Attempt(what, user.toString(), from, devices.device(user, from));
    }

    private static BotException wrongCode() {
        return new BotException(
                ErrorCode.SECOND_FACTOR_WRONG,
                ErrorCode.SECOND_FACTOR_WRONG.description(),
                Refusal.of(List.of(new BotException.Field("otp", "is wrong, or has been used already"))));
    }

    private BotException refused(Person person, BotException refused) {
        publish(new AccessTried(person.id(), person.username(), ACTION, refused));
        return refused;
    }

    private static BotException invalid() {
        return new BotException(ErrorCode.INVALID_CREDENTIALS, ErrorCode.INVALID_CREDENTIALS.description());
    }

    private void upgrade(People.Credentials known, String password) {
        if (passwords.upgradeEncoding(known.passwordHash())) {
            people.upgradeHash(known.person().id(), known.passwordHash(), passwords.encode(password));
        }
    }

    private void publish(Object tried) {
        tenancy.unbound(() -> {
            events.publishEvent(tried);
            return true;
        });
    }
}
