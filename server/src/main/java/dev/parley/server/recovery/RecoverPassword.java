package dev.parley.server.recovery;

import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.core.UserId;
import dev.parley.server.identity.ChangePassword;
import dev.parley.server.identity.People;
import dev.parley.server.identity.Person;
import dev.parley.server.letters.Letters;
import dev.parley.server.mail.Outbox;
import dev.parley.server.recovery.MailedLinks.Purpose;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.vault.RandomSecret;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The way back in for somebody who has forgotten the password: a link, sent by mail or given by an administrator. */
@Component
class RecoverPassword {

    private final People people;
    private final MailedLinks links;
    private final Letters letters;
    private final Outbox outbox;
    private final ChangePassword changePassword;
    private final Tenancy tenancy;
    private final AuditTrail trail;
    private final Clock clock;

    RecoverPassword(
            People people,
            MailedLinks links,
            Letters letters,
            Outbox outbox,
            ChangePassword changePassword,
            Tenancy tenancy,
            AuditTrail trail,
            Clock clock) {
        this.people = people;
        this.links = links;
        this.letters = letters;
        this.outbox = outbox;
        this.changePassword = changePassword;
        this.tenancy = tenancy;
        this.trail = trail;
        this.clock = clock;
    }

    /** A link as an administrator hands it on; the only moment at which it is known. */
    record Given(UserId id, URI link, Instant expiresAt) {

        @Override
        public String toString() {
            return "Given[id=" + id + ", expiresAt=" + expiresAt + "]";
        }
    }

    /** Does the same for an address that nobody has, as to the answer and as to the work. */
    void ask(String email) {
        if (!outbox.isOpen()) {
            return;
        }
        tenancy.unbound(() -> {
            var known = people.withEmail(email).filter(person -> !person.isDisabled());
            if (!links.isAskedTooOften(Purpose.RESET_PASSWORD, email)) {
                var link = links.issue(known.map(Person::id).orElse(null), Purpose.RESET_PASSWORD, email);
                // To the address that is known, not to what was typed: they may be the same to the database only.
                var mail = letters.reset(known.map(Person::email).orElse(email), link);
                outbox.put(known.isPresent() ? mail : mail.toNobody());
                trail.record(Audited.of("ask-reset-link")
                        .on(
                                known.map(Person::id).orElse(null),
                                known.map(Person::username).orElse(null)));
            }
            return true;
        });
    }

    Given give(Person administrator, UserId id) {
        return tenancy.unbound(() -> {
            var person = people.get(id);
            trail.record(Audited.of("give-reset-link")
                    .by(administrator.id(), administrator.username())
                    .on(person.id(), person.username()));
            var link = links.issue(person.id(), Purpose.RESET_PASSWORD, person.email());
            return new Given(id, link.address(), clock.instant().plus(link.lifetime()));
        });
    }

    /** Whether the link still opens something; it is not used up. */
    Person owner(RandomSecret secret) {
        return owner(links.find(Purpose.RESET_PASSWORD, secret));
    }

    /** Signs nobody in: whoever holds the link has shown one factor, and there may be another. */
    Person reset(RandomSecret secret, String wanted) {
        var person = owner(secret);
        changePassword.recover(person, wanted, () -> owner(links.take(Purpose.RESET_PASSWORD, secret)));
        return person;
    }

    private Person owner(MailedLinks.Link link) {
        return people.find(link.user()).filter(person -> !person.isDisabled()).orElseThrow(MailedLinks::ended);
    }
}
