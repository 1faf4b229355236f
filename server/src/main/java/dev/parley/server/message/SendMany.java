package dev.parley.server.message;

import dev.parley.instagram.MessageToken;
import dev.parley.server.account.Account;
import dev.parley.server.account.Drivers;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.Lane;
import dev.parley.server.contact.Contact;
import dev.parley.server.contact.Contacts;
import dev.parley.server.contact.DoNotContact;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.message.Message.Times;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Correlation;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes one message for each of many people, of one account, in few statements. Joins the caller's transaction. */
@Component
public class SendMany {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Drivers drivers;
    private final Contacts contacts;
    private final DoNotContact doNotContact;
    private final Messages messages;
    private final ActionQueue queue;
    private final Clock clock;

    SendMany(
            Drivers drivers,
            Contacts contacts,
            DoNotContact doNotContact,
            Messages messages,
            ActionQueue queue,
            Clock clock) {
        this.drivers = drivers;
        this.contacts = contacts;
        this.doNotContact = doNotContact;
        this.messages = messages;
        this.queue = queue;
        this.clock = clock;
    }

    /** One of them. */
    public record One(String recipient, String text) {}

    /**
     * What became of one of them.
     *
     * @param message null where there is none
     * @param code why there is none; null where there is
     */
    public record Taken(
            One one,
            @Nullable MessageId message,
            @Nullable ErrorCode code,
            @Nullable String detail) {

        public static Taken not(One one, ErrorCode code, String detail) {
            return new Taken(one, null, code, detail);
        }
    }

    /**
     * What would become of each; nothing is stored.
     *
     * @param firstContacts whether they may go to people who have never written to the account
     */
    public List<Taken> preview(Account account, List<One> wanted, boolean firstContacts) {
        var known = contacts.among(account.id(), names(wanted));
        var silenced = doNotContact.among(names(wanted));
        return wanted.stream()
                .map(one -> sifted(account, one, known, silenced, firstContacts))
                .toList();
    }

    /**
     * In the automation lane, which the bot's gates and its pace hold back.
     *
     * @param spread over how long they are spread evenly
     */
    public List<Taken> send(
            Caller caller, Account account, List<One> wanted, boolean firstContacts, UUID mailing, Duration spread) {
        queue.wake(account.id());
        var known = contacts.among(account.id(), names(wanted));
        var taken = new ArrayList<Taken>();
        var accepted = new ArrayList<Message>();
        var sifted = preview(account, wanted, firstContacts);
        var fit = sifted.stream().filter(one -> one.code() == null).count();
        for (var one : sifted) {
            if (one.code() == null) {
                var sendAt = spread.isZero() || accepted.isEmpty()
                        ? null
                        : clock.instant()
                                .plus(spread.multipliedBy(accepted.size()).dividedBy(fit));
                accepted.add(
                        message(caller, account, one.one(), known.get(one.one().recipient()), mailing, sendAt));
                taken.add(new Taken(one.one(), accepted.getLast().id(), null, null));
            } else {
                taken.add(one);
            }
        }
        var actions = queue.addAll(
                caller.workspace(), accepted.stream().map(Message::sending).toList(), Correlation.current());
        for (var n = 0; n < accepted.size(); n++) {
            accepted.set(n, accepted.get(n).by(actions.get(n)));
        }
        messages.addAll(accepted);
        return taken;
    }

    /** How many of each mailing there are in each state; what is being sent just now counts as queued. */
    public Map<UUID, Counts> progress(Collection<UUID> mailings) {
        return messages.countOf(mailings);
    }

    /** Cancels those that wait; returns how many there were. */
    public int cancel(Account account, UUID mailing) {
        queue.wake(account.id());
        return messages.cancelled(queue.withdrawThese(account.id(), messages.waitingOf(mailing)));
    }

    private Taken sifted(
            Account account, One one, Map<String, Contact> known, Set<String> silenced, boolean firstContacts) {
        var rules = drivers.messageRules(account);
        var contact = known.get(one.recipient());
        if (one.recipient().equals(account.username())) {
            return Taken.not(one, ErrorCode.VALIDATION_FAILED, "This is the account itself.");
        }
        if (silenced.contains(one.recipient())) {
            return Taken.not(one, ErrorCode.DO_NOT_CONTACT, "They are on the workspace's do-not-contact list.");
        }
        if (!firstContacts && (contact == null || contact.wroteAt() == null)) {
            return Taken.not(one, ErrorCode.NEVER_WROTE, "They have never written to @" + account.username() + ".");
        }
        if (!rules.fits(one.text())) {
            return Taken.not(
                    one,
                    ErrorCode.VALIDATION_FAILED,
                    "The text has %d of %d %s."
                            .formatted(
                                    rules.lengthOf(one.text()),
                                    rules.longestText(),
                                    rules.unit().name().toLowerCase(Locale.ROOT)));
        }
        return new Taken(one, null, null, null);
    }

    private Message message(
            Caller caller,
            Account account,
            One one,
            @Nullable Contact contact,
            UUID mailing,
            @Nullable Instant sendAt) {
        return new Message(
                MessageId.create(),
                new Sender(
                        caller.workspace(),
                        account.id(),
                        account.username(),
                        caller.user(),
                        caller.username(),
                        account.driver()),
                new Recipient(one.recipient(), contact == null ? null : contact.id(), null),
                Writing.of(one.text()),
                Lane.AUTOMATION,
                contact == null || !contact.haveSpoken(),
                MessageToken.next(RANDOM),
                MessageStatus.QUEUED,
                null,
                0,
                null,
                null,
                mailing,
                Correlation.current(),
                new Times(clock.instant(), sendAt, null, null));
    }

    private static List<String> names(List<One> wanted) {
        return wanted.stream().map(One::recipient).toList();
    }
}
