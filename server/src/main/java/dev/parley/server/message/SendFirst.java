package dev.parley.server.message;

import dev.parley.server.bot.Action;
import dev.parley.server.contact.Contact;
import dev.parley.server.contact.Contacts;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sends a message to somebody with whom the account has never spoken: these have a low limit of their own. */
@Component
class SendFirst extends Send {

    static final String FIRST = "send-first-message";

    private static final List<String> COUNTED = List.of("message", "first_contact");

    private final Contacts contacts;

    SendFirst(
            Tenancy tenancy,
            Messages messages,
            Admission admission,
            Correspondents correspondents,
            LookIntoConversation conversation,
            Contacts contacts,
            ApplicationEventPublisher events,
            Clock clock) {
        super(tenancy, messages, admission, correspondents, conversation, contacts, events, clock);
        this.contacts = contacts;
    }

    @Override
    public String kind() {
        return FIRST;
    }

    @Override
    public List<String> counted(Action action) {
        return COUNTED;
    }

    /** Whichever of those that wait for the same person goes first is the contact, and the only one. */
    @Override
    public List<String> countedNow(Action action) {
        var person = contacts.find(action.account(), Objects.requireNonNull(action.target()));
        return person.filter(Contact::haveSpoken).isPresent() ? super.counted(action) : COUNTED;
    }
}
