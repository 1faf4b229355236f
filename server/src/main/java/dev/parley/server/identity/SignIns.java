package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Checks a username and a password. */
@Component
class SignIns {

    /** Of a password that nobody knows: an unknown name costs as much time as a wrong password. */
    private static final String NOBODYS_HASH = "{argon2id}$argon2id$v=19$m=19456,t=2,p=1"
            + "$LorrR7jJltW+bit3nYj1Dg$9sClgyyaqeGCFEI6mbQrJgKe6HEDYDvdOsUbGGCvRxo";

    private final People people;
    private final Passwords passwords;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    SignIns(People people, Passwords passwords, Tenancy tenancy, ApplicationEventPublisher events) {
        this.people = people;
        this.passwords = passwords;
        this.tenancy = tenancy;
        this.events = events;
    }

    Person check(String username, String password) {
        var known = people.credentials(username);
        var hash = known.map(People.Credentials::passwordHash).orElse(NOBODYS_HASH);
        var matches = passwords.matches(password, hash);
        if (known.isEmpty()) {
            throw invalid();
        }
        var person = known.get().person();
        if (!matches || person.isDisabled()) {
            var refused = invalid();
            publish(new AccessTried(person.id(), person.username(), "sign-in", refused));
            throw refused;
        }
        upgrade(known.get(), password);
        publish(new AccessTried(person.id(), person.username(), "sign-in", null));
        return person;
    }

    private static BotException invalid() {
        return new BotException(ErrorCode.INVALID_CREDENTIALS, ErrorCode.INVALID_CREDENTIALS.description());
    }

    private void upgrade(People.Credentials known, String password) {
        if (passwords.upgradeEncoding(known.passwordHash())) {
            people.upgradeHash(known.person().id(), known.passwordHash(), passwords.encode(password));
        }
    }

    private void publish(AccessTried tried) {
        tenancy.unbound(() -> {
            events.publishEvent(tried);
            return true;
        });
    }
}
