package dev.parley.server.message;

import dev.parley.instagram.MessageToken;
import dev.parley.instagram.ThreadId;
import dev.parley.server.account.Account;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.Lane;
import dev.parley.server.contact.Contact;
import dev.parley.server.contact.Contacts;
import dev.parley.server.message.Message.Times;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Correlation;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a message that is to be sent: kept first, then queued with the account's bot. Joins the caller's transaction. */
@Component
public class SendMessage {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Admission admission;
    private final Messages messages;
    private final Contacts contacts;
    private final ActionQueue queue;
    private final Clock clock;

    SendMessage(Admission admission, Messages messages, Contacts contacts, ActionQueue queue, Clock clock) {
        this.admission = admission;
        this.messages = messages;
        this.contacts = contacts;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * A message that somebody wants to have sent.
     *
     * @param recipient username in lower case, without @
     * @param thread the conversation that it goes to; null where that is not known
     * @param sendAt when it is to be sent at the earliest; null for at once
     * @param mailing what it is a part of; null where it is sent by itself
     */
    public record Wish(
            String recipient,
            @Nullable ThreadId thread,
            Writing writing,
            Lane lane,
            @Nullable Instant sendAt,
            @Nullable UUID mailing) {

        /** One that a person or a program sends by itself, at once. */
        public static Wish now(String recipient, Writing writing) {
            return new Wish(recipient, null, writing, Lane.PERSON, null, null);
        }

        public Wish in(ThreadId conversation) {
            return new Wish(recipient, conversation, writing, lane, sendAt, mailing);
        }

        /** @param moment null for at once */
        public Wish at(@Nullable Instant moment) {
            return new Wish(recipient, thread, writing, lane, moment, mailing);
        }
    }

    /**
     * Refuses, and keeps nothing of, what can be no message: too long a text, a picture where the driver sends none. What is refused for
     * another reason is kept as an attempt that failed.
     */
    public Taken send(Caller caller, Account account, Wish wish) {
        admission.demandPossible(account, wish.recipient(), wish.writing());
        var contact = contacts.find(account.id(), wish.recipient());
        var recipient = new Recipient(wish.recipient(), contact.map(Contact::id).orElse(null), wish.thread());
        var trouble = admission.refusing(account, recipient);
        var isFirst = wish.thread() == null && isFirst(contact);
        var message = message(sender(caller, account), recipient, wish, isFirst, trouble);
        return Taken.of(
                messages.add(trouble == null ? message.by(queue.add(caller.workspace(), message.sending())) : message));
    }

    private static boolean isFirst(Optional<Contact> contact) {
        return !contact.map(Contact::haveSpoken).orElse(false);
    }

    private static Sender sender(Caller caller, Account account) {
        return new Sender(
                caller.workspace(),
                account.id(),
                account.username(),
                caller.user(),
                caller.username(),
                account.driver());
    }

    private Message message(Sender sender, Recipient recipient, Wish wish, boolean isFirst, @Nullable Trouble trouble) {
        var now = clock.instant();
        return new Message(
                MessageId.create(),
                sender,
                recipient,
                wish.writing(),
                wish.lane(),
                isFirst,
                MessageToken.next(RANDOM),
                trouble == null ? MessageStatus.QUEUED : MessageStatus.FAILED,
                trouble,
                0,
                null,
                null,
                wish.mailing(),
                Correlation.current(),
                new Times(now, wish.sendAt(), null, trouble == null ? null : now));
    }
}
