package dev.parley.instagram.graph;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Message;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Sending.Window;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Until when one may write to somebody: known if it is open, else looked up in the conversation. */
final class WindowCalls {

    private static final int MOST_PAGES = 4;

    private final Account account;
    private final Inbox inbox;
    private final Correspondents correspondents;

    WindowCalls(Account account, Inbox inbox, Correspondents correspondents) {
        this.account = account;
        this.inbox = inbox;
        this.correspondents = correspondents;
    }

    Outcome<Window> window(PersonId person) {
        return isOpen(person) ? new Outcome.Done<>(known(person)) : look(person);
    }

    /** Whether programs may write, as far as is known without asking. */
    boolean isOpen(PersonId person) {
        Instant now = account.line().settings().clock().instant();
        return known(person) instanceof Window.Until until
                && until.forPrograms().isAfter(now);
    }

    private Window known(PersonId person) {
        Instant last = correspondents.lastWrote(person);
        return last == null ? new Window.NeverOpened() : Window.Until.openedAt(last);
    }

    private Outcome<Window> look(PersonId person) {
        return inbox.page(person, null).then(page -> {
            Optional<Conversation> conversation = page.items().stream().findFirst();
            return conversation.isEmpty() ? new Outcome.Done<>(known(person)) : look(person, conversation.get());
        });
    }

    private Outcome<Window> look(PersonId person, Conversation conversation) {
        String cursor = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            switch (inbox.messages(conversation.id(), cursor)) {
                case Outcome.Refused<Page<Message>>(var refusal) -> {
                    return new Outcome.Refused<>(refusal);
                }
                case Outcome.Done<Page<Message>>(Page<Message> page) -> {
                    if (page.items().stream().anyMatch(message -> isFrom(person, message)) || page.next() == null) {
                        return new Outcome.Done<>(known(person));
                    }
                    cursor = page.next();
                }
            }
        }
        return new Outcome.Done<>(known(person));
    }

    private static boolean isFrom(PersonId person, Message message) {
        return !message.own() && Objects.equals(message.sender(), person);
    }
}
