package dev.parley.server.factor;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.identity.AccessTried;
import dev.parley.server.identity.CurrentPassword;
import dev.parley.server.identity.Person;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sets up and takes away what a person proves themselves with beside the password. */
@Component
class SetUpFactors {

    private static final String ISSUER = "Parley";

    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final HeldFactors held;
    private final CurrentPassword currentPassword;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    SetUpFactors(
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            HeldFactors held,
            CurrentPassword currentPassword,
            Tenancy tenancy,
            ApplicationEventPublisher events) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.held = held;
        this.currentPassword = currentPassword;
        this.tenancy = tenancy;
        this.events = events;
    }

    /** What the person shows to the app; it counts once a code of it was seen. */
    record Begun(String secret, String uri, QrCode qrCode) {

        static Begun of(AuthenticatorSecret secret, Person person) {
            var uri = secret.uri(ISSUER, person.username());
            return new Begun(secret.text(), uri, QrCode.of(uri));
        }

        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    Begun begin(Person person) {
        var secret = AuthenticatorSecret.create();
        if (!authenticators.begin(person.id(), secret)) {
            throw new BotException(ErrorCode.FACTOR_ON_ALREADY, ErrorCode.FACTOR_ON_ALREADY.description());
        }
        return Begun.of(secret, person);
    }

    /** What was begun and waits for its first code. */
    Begun begun(Person person) {
        return Begun.of(waiting(person.id()).secret(), person);
    }

    /** Returns the recovery codes that come with the first factor; none if the person has some already. */
    List<String> confirm(Person person, String code) {
        return tenancy.unbound(() -> {
            if (!authenticators.confirm(person.id(), waiting(person.id()), code.replaceAll("\\s", ""))) {
                throw new BotException(
                        ErrorCode.FACTOR_CODE_WRONG,
                        ErrorCode.FACTOR_CODE_WRONG.description(),
                        Refusal.of(List.of(new BotException.Field("code", "is not the one that the app shows now"))));
            }
            tell(person, "set-up-authenticator");
            return firstCodes(person.id());
        });
    }

    private Authenticators.Authenticator waiting(UserId user) {
        return authenticators
                .find(user)
                .filter(one -> one.confirmedAt() == null)
                .orElseThrow(() ->
                        new BotException(ErrorCode.FACTOR_NOT_FOUND, "No authenticator app waits for its first code."));
    }

    List<String> firstCodes(UserId user) {
        return recoveryCodes.left(user) == 0 ? recoveryCodes.renew(user) : List.of();
    }

    void switchOff(SignedIn me, String password) {
        currentPassword.check(me, password);
        var person = me.person();
        tenancy.unbound(() -> {
            if (!authenticators.remove(person.id())) {
                throw new BotException(ErrorCode.FACTOR_NOT_FOUND, "No authenticator app is set up.");
            }
            dropCodesWithoutFactor(person.id());
            tell(person, "remove-authenticator");
            return true;
        });
    }

    /** They stand in for other factors; where there are none, the password alone is enough. */
    void dropCodesWithoutFactor(UserId user) {
        if (held.of(user).isEmpty()) {
            recoveryCodes.remove(user);
        }
    }

    List<String> renewCodes(Person person) {
        return tenancy.unbound(() -> {
            if (held.of(person.id()).isEmpty()) {
                throw new BotException(
                        ErrorCode.FACTOR_NOT_FOUND, "There is no factor that a code could stand in for.");
            }
            tell(person, "renew-recovery-codes");
            return recoveryCodes.renew(person.id());
        });
    }

    private void tell(Person person, String action) {
        events.publishEvent(new AccessTried(person.id(), person.username(), action, null));
    }
}
