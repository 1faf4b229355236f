package dev.parley.server.recovery;

import dev.parley.server.identity.AccessTried;
import dev.parley.server.identity.ChangePassword;
import dev.parley.server.identity.EmailChanged;
import dev.parley.server.identity.People;
import dev.parley.server.identity.Person;
import dev.parley.server.identity.PersonAdded;
import dev.parley.server.letters.Letters;
import dev.parley.server.mail.Outbox;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people of what changes how they get in, in the transaction that changes it. */
@Component
class TellByMail {

    private final People people;
    private final ChangeEmail changeEmail;
    private final Letters letters;
    private final Outbox outbox;

    TellByMail(People people, ChangeEmail changeEmail, Letters letters, Outbox outbox) {
        this.people = people;
        this.changeEmail = changeEmail;
        this.letters = letters;
        this.outbox = outbox;
    }

    @EventListener
    void tell(AccessTried tried) {
        if (outbox.isOpen() && tried.refused() == null && tried.action().equals(ChangePassword.ACTION)) {
            people.find(tried.user())
                    .map(person -> letters.passwordChanged(person.email(), person.username()))
                    .ifPresent(outbox::put);
        }
    }

    /** The old address too: whoever lost the account reads it there. */
    @EventListener
    void tell(EmailChanged changed) {
        if (!outbox.isOpen()) {
            return;
        }
        for (var address : List.of(changed.former(), changed.email())) {
            outbox.put(letters.emailChanged(address, changed.username(), changed.former(), changed.email()));
        }
        if (!changed.proven()) {
            people.find(changed.user()).ifPresent(this::askToConfirm);
        }
    }

    @EventListener
    void greet(PersonAdded added) {
        if (outbox.isOpen()) {
            people.find(added.user()).ifPresent(this::askToConfirm);
        }
    }

    private void askToConfirm(Person person) {
        changeEmail.askToConfirm(person, person.email());
    }
}
