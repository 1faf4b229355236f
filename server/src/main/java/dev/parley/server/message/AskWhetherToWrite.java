package dev.parley.server.message;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.Sending.Window;
import dev.parley.instagram.graph.GraphDriver;
import dev.parley.server.account.Account;
import dev.parley.server.account.Drivers;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.Awaiting;
import dev.parley.server.bot.NewAction;
import dev.parley.server.contact.Contact;
import dev.parley.server.contact.Contacts;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.quota.Allowance;
import dev.parley.server.quota.Quota;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whether an account may write to somebody: what is known here first, then what Instagram says. */
@Component
public class AskWhetherToWrite {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Tenancy tenancy;
    private final Admission admission;
    private final Contacts contacts;
    private final Drivers drivers;
    private final Quota quota;
    private final ActionQueue queue;
    private final Awaiting awaiting;
    private final Clock clock;

    AskWhetherToWrite(
            Tenancy tenancy,
            Admission admission,
            Contacts contacts,
            Drivers drivers,
            Quota quota,
            ActionQueue queue,
            Awaiting awaiting,
            Clock clock) {
        this.tenancy = tenancy;
        this.admission = admission;
        this.contacts = contacts;
        this.drivers = drivers;
        this.quota = quota;
        this.queue = queue;
        this.awaiting = awaiting;
        this.clock = clock;
    }

    /** What is known of somebody in one of the account's conversations without asking Instagram. Joins the caller's transaction. */
    public MayWrite known(Account account, String recipient) {
        var contact = contacts.find(account.id(), recipient);
        var known = new Known(
                account,
                recipient,
                contact,
                forbidding(account, recipient, contact),
                null,
                quota.left(account.id(), account.user()));
        var until = known.forbidding() == null ? windowOf(account, contact) : null;
        return until == null || until.isAfter(clock.instant())
                ? answer(known, known.forbidding(), until)
                : answer(known, closed(recipient), null);
    }

    /** When the time for writing to somebody ends; null where it does not, or that is not known here. */
    private static @Nullable Instant windowOf(Account account, Optional<Contact> contact) {
        return account.driver().equals(GraphDriver.NAME)
                ? contact.map(Contact::wroteAt)
                        .map(wrote -> Window.Until.openedAt(wrote).forHumanAgents())
                        .orElse(null)
                : null;
    }

    private static Trouble closed(String recipient) {
        return MessageRefusals.of(
                new Refusal.WindowClosed("@" + recipient + " has not written to this account for seven days."));
    }

    private @Nullable Trouble forbidding(Account account, String recipient, Optional<Contact> contact) {
        return admission.refusing(
                account, new Recipient(recipient, contact.map(Contact::id).orElse(null), null));
    }

    /** Waits for Instagram; not to be called inside a transaction. */
    MayWrite ask(Caller caller, Supplier<Account> picked, String recipient) {
        var known = tenancy.in(caller.workspace(), () -> known(caller, picked.get(), recipient));
        var action = known.action();
        if (action == null) {
            return answer(known, known.forbidding(), null);
        }
        var texts = awaiting.await(caller.workspace(), action, PATIENCE)
                .orElseThrow(() -> new BotException(
                        ErrorCode.ACTION_TIMED_OUT, "Instagram has not answered within %s.".formatted(PATIENCE)))
                .orThrow()
                .result();
        return answer(known, CheckRecipient.forbidding(texts), until(texts));
    }

    private static @Nullable Instant until(Map<String, String> texts) {
        var until = texts.get(CheckRecipient.UNTIL);
        return until == null ? null : Instant.parse(until);
    }

    private Known known(Caller caller, Account account, String recipient) {
        admission.demandSomebodyElse(account, recipient);
        var contact = contacts.find(account.id(), recipient);
        var forbidding = forbidding(account, recipient, contact);
        return new Known(
                account,
                recipient,
                contact,
                forbidding,
                forbidding == null ? queue.add(caller.workspace(), check(caller, account, recipient)) : null,
                quota.left(account.id(), account.user()));
    }

    private static NewAction check(Caller caller, Account account, String recipient) {
        return NewAction.forPerson(account.id(), CheckRecipient.KIND, caller.user())
                .about(null, recipient);
    }

    /**
     * What is known without asking Instagram.
     *
     * @param action the one that asks; null where it need not be asked
     */
    private record Known(
            Account account,
            String recipient,
            Optional<Contact> contact,
            @Nullable Trouble forbidding,
            @Nullable UUID action,
            Allowance left) {

        int firstContactsLeft() {
            return left.actions().stream()
                    .filter(one -> one.action().equals("first_contact"))
                    .mapToInt(one -> one.day().left())
                    .findFirst()
                    .orElse(0);
        }
    }

    private MayWrite answer(Known known, @Nullable Trouble trouble, @Nullable Instant until) {
        var rules = drivers.messageRules(known.account());
        return new MayWrite(
                known.recipient(),
                trouble == null,
                trouble == null ? null : MessageView.Why.of(trouble),
                until,
                known.contact().map(Contact::wroteAt).isPresent(),
                known.contact().map(Contact::writtenAt).isPresent(),
                !known.contact().map(Contact::haveSpoken).orElse(false),
                known.firstContactsLeft(),
                rules.longestText(),
                rules.unit().name().toLowerCase(Locale.ROOT));
    }
}
