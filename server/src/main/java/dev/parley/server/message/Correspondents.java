package dev.parley.server.message;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Conversation;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.ThreadId;
import dev.parley.server.account.Drivers;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whom a message goes to, as the driver must know them. Talks to Instagram; outside of any transaction. */
@Component
class Correspondents {

    private static final int MOST_PAGES = 10;

    private final Drivers drivers;

    Correspondents(Drivers drivers) {
        this.drivers = drivers;
    }

    /**
     * Somebody as the account has lately written to them.
     *
     * @param thread null where the driver could not tell
     */
    record Known(String username, PersonId id, @Nullable ThreadId thread) {}

    /** Where a message can be addressed to; {@code person} where it is known. */
    record Address(OutgoingMessage.Recipient to, @Nullable Person person) {}

    /**
     * Whatever goes wrong here, nothing was sent.
     *
     * <p>The official API knows nobody by name; it writes to those only who are in the account's inbox.
     */
    Outcome<Address> of(String driver, Recipient recipient, Instagram instagram) {
        if (recipient.thread() != null) {
            return new Outcome.Done<>(new Address(new OutgoingMessage.Recipient.ToThread(recipient.thread()), null));
        }
        return looksPeopleUp(driver)
                ? instagram
                        .person(recipient.username())
                        .then(profile -> new Outcome.Done<>(to(new Person(profile.id(), profile.username()))))
                : known(recipient).orElseGet(() -> inInbox(recipient.username(), instagram));
    }

    /** Without asking anybody who that is: where the driver knows a conversation by its number, there. */
    Address of(String driver, Known known) {
        var person = new Person(known.id(), known.username());
        return known.thread() != null && looksPeopleUp(driver)
                ? new Address(new OutgoingMessage.Recipient.ToThread(known.thread()), person)
                : to(person);
    }

    private boolean looksPeopleUp(String driver) {
        return drivers.can(driver, Set.of(Capability.SIGN_IN, Capability.PEOPLE));
    }

    private static Optional<Outcome<Address>> known(Recipient recipient) {
        var id = recipient.id();
        return id == null
                ? Optional.empty()
                : Optional.of(new Outcome.Done<>(to(new Person(id, recipient.username()))));
    }

    private static Outcome<Address> inInbox(String username, Instagram instagram) {
        String cursor = null;
        for (var page = 0; page < MOST_PAGES; page++) {
            switch (instagram.inbox(cursor)) {
                case Outcome.Refused<Page<Conversation>>(Refusal refusal) -> {
                    return new Outcome.Refused<>(refusal);
                }
                case Outcome.Done<Page<Conversation>>(Page<Conversation> found) -> {
                    var person = found.items().stream()
                            .flatMap(conversation -> conversation.people().stream())
                            .filter(someone -> someone.username().equals(username))
                            .findFirst();
                    if (person.isPresent()) {
                        return new Outcome.Done<>(to(person.get()));
                    }
                    cursor = found.next();
                }
            }
            if (cursor == null) {
                break;
            }
        }
        return new Outcome.Refused<>(new Refusal.WindowClosed("@" + username + " has not written to this account."));
    }

    private static Address to(Person person) {
        return new Address(new OutgoingMessage.Recipient.ToPerson(person), person);
    }
}
