package dev.parley.server.message;

import dev.parley.server.bot.Action;
import dev.parley.server.contact.Contacts;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sends a message to somebody with whom the account has never spoken: these have a low limit of their own. */
@Component
class SendFirst extends Send {

    static final String FIRST = "send-first-message";

    /** In an action's payload: another one to the same person goes first, and is the one that counts as the contact. */
    static final String FOLLOW_UP = "follow_up";

    private static final List<String> COUNTED = List.of("message", "first_contact");

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
    }

    @Override
    public String kind() {
        return FIRST;
    }

    @Override
    public List<String> counted(Action action) {
        return action.payload().containsKey(FOLLOW_UP) ? super.counted(action) : COUNTED;
    }
}
