package dev.parley.server.recovery;

import dev.parley.server.identity.AccessTried;
import dev.parley.server.identity.CurrentPassword;
import dev.parley.server.identity.EmailChanged;
import dev.parley.server.identity.People;
import dev.parley.server.identity.Person;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.letters.Letters;
import dev.parley.server.letters.Reader;
import dev.parley.server.mail.Outbox;
import dev.parley.server.recovery.MailedLinks.Purpose;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.vault.RandomSecret;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Another address: it takes the place of the old one once a link that was sent there is opened. */
@Component
class ChangeEmail {

    private final People people;
    private final MailedLinks links;
    private final VerifiedEmails verified;
    private final CurrentPassword currentPassword;
    private final Letters letters;
    private final Outbox outbox;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    ChangeEmail(
            People people,
            MailedLinks links,
            VerifiedEmails verified,
            CurrentPassword currentPassword,
            Letters letters,
            Outbox outbox,
            Tenancy tenancy,
            ApplicationEventPublisher events) {
        this.people = people;
        this.links = links;
        this.verified = verified;
        this.currentPassword = currentPassword;
        this.letters = letters;
        this.outbox = outbox;
        this.tenancy = tenancy;
        this.events = events;
    }

    EmailState of(Person person) {
        return new EmailState(
                person.email(),
                verified.holdsThatOf(person),
                links.pendingEmail(person).orElse(null),
                outbox.isOpen());
    }

    /** Where no mail is sent nothing can be proven, and the new address counts at once. */
    EmailState want(SignedIn me, String email, String password) {
        currentPassword.check(me, password);
        var person = me.person();
        return tenancy.unbound(() -> {
            links.endAll(person);
            if (email.equalsIgnoreCase(person.email())) {
                return of(person);
            }
            if (!outbox.isOpen()) {
                return of(replace(person, email, false));
            }
            outbox.put(letters.emailAsked(new Reader(person.username(), person.email()), email));
            askToConfirm(person, email);
            events.publishEvent(new AccessTried(person, "ask-email-change").changing(person.email(), email));
            return of(person);
        });
    }

    /** Once more, a minute after the last time at the earliest. */
    EmailState sendAgain(Person person) {
        return tenancy.unbound(() -> {
            var state = of(person);
            if (!state.verified()
                    && state.mailIsSent()
                    && !links.isAskedTooOften(Purpose.VERIFY_EMAIL, person.email())) {
                askToConfirm(person, person.email());
            }
            return state;
        });
    }

    void askToConfirm(Person person, String email) {
        var link = links.issue(person.id(), Purpose.VERIFY_EMAIL, email);
        outbox.put(letters.verify(new Reader(person.username(), email), link));
    }

    /** Returns whose address it is. */
    Person prove(RandomSecret secret) {
        return tenancy.unbound(() -> {
            var link = links.take(Purpose.VERIFY_EMAIL, secret);
            var person = people.find(link.user())
                    .filter(known -> !known.isDisabled())
                    .orElseThrow(MailedLinks::ended);
            events.publishEvent(new AccessTried(person, "confirm-email").about(link.email()));
            var proven = link.email().equalsIgnoreCase(person.email()) ? person : replace(person, link.email(), true);
            verified.add(proven);
            return proven;
        });
    }

    private Person replace(Person person, String email, boolean proven) {
        var changed = new Person(
                person.id(),
                person.username(),
                email,
                person.role(),
                person.mustChangePassword(),
                person.disabledAt(),
                person.createdAt());
        people.change(changed);
        events.publishEvent(new EmailChanged(person.id(), person.username(), person.email(), email, proven));
        events.publishEvent(new AccessTried(person, "change-email").changing(person.email(), email));
        return changed;
    }
}
