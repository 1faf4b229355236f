package dev.parley.server.mailing;

import dev.parley.server.account.Accounts;
import dev.parley.server.account.Sessions;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.bot.BotStatus;
import dev.parley.server.bot.ReadStatus;
import dev.parley.server.contact.Labels;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.message.Counts;
import dev.parley.server.message.SendMany;
import dev.parley.server.message.SendMany.One;
import dev.parley.server.message.SendMany.Taken;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Correlation;
import dev.parley.server.web.Wrong;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person has one text sent to many. Joins the caller's transaction. */
@Component
class OrderMailing {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Mailings mailings;
    private final SendMany sendMany;
    private final Labels labels;
    private final ReadStatus bots;
    private final ActivityLog log;

    OrderMailing(
            Accounts accounts,
            Sessions sessions,
            Mailings mailings,
            SendMany sendMany,
            Labels labels,
            ReadStatus bots,
            ActivityLog log) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.mailings = mailings;
        this.sendMany = sendMany;
        this.labels = labels;
        this.bots = bots;
        this.log = log;
    }

    /** What would become of each; nothing is stored. */
    List<Taken> preview(@Nullable AccountId named, Wish wished) {
        var account = sessions.demandValid(accounts.pick(named));
        var wish = withLabelled(wished);
        var filled = filled(wish);
        return inOrder(wish, filled, sendMany.preview(account, filled.texts(), mayMeet(wish)));
    }

    /** Refuses with SESSION_INVALID, and stores nothing, where the account has no session that works. */
    MailingView order(Caller caller, @Nullable AccountId named, Wish wished) {
        var account = sessions.demandValid(accounts.pick(named));
        var wish = withLabelled(wished);
        var id = MailingId.create();
        var filled = filled(wish);
        var taken = inOrder(
                wish, filled, sendMany.send(caller, account, filled.texts(), mayMeet(wish), id.value(), wish.spread()));
        mailings.add(id, caller, account, wish, Correlation.current());
        mailings.addRecipients(id, account.id(), taken);
        note(caller, id, account.id(), account.username(), "send-messages");
        return view(mailings.get(id));
    }

    private Wish withLabelled(Wish wish) {
        var label = wish.label();
        if (label == null || label.isBlank()) {
            return wish.to(List.of());
        }
        var names = labels.namesWith(label, MailingApi.MOST_PEOPLE + 1);
        if (names.isEmpty()) {
            throw Wrong.refusal("label", "“" + label + "” is nobody's");
        }
        var all = wish.to(names.stream().map(name -> new Named(name, Map.of())).toList());
        if (all.people().size() > MailingApi.MOST_PEOPLE) {
            throw Wrong.refusal(
                    "label", "has more people than the %d that one mailing goes to".formatted(MailingApi.MOST_PEOPLE));
        }
        return all;
    }

    private boolean mayMeet(Wish wish) {
        return wish.firstContacts() && mailings.allowFirstContacts();
    }

    /** @param leftOut of whom the text's variables are not known */
    private record Filled(List<One> texts, Map<String, Taken> leftOut) {}

    private static Filled filled(Wish wish) {
        var texts = new ArrayList<One>();
        var leftOut = new HashMap<String, Taken>();
        for (var person : wish.people()) {
            Optional<String> missing = wish.template().missing(person);
            if (missing.isPresent()) {
                leftOut.put(
                        person.username(),
                        Taken.not(
                                new One(person.username(), wish.template().text()),
                                ErrorCode.VALIDATION_FAILED,
                                "Nothing is known for {%s}.".formatted(missing.get())));
            } else {
                texts.add(new One(person.username(), wish.template().of(person)));
            }
        }
        return new Filled(texts, leftOut);
    }

    private static List<Taken> inOrder(Wish wish, Filled filled, List<Taken> taken) {
        var all = new HashMap<>(filled.leftOut());
        taken.forEach(one -> all.put(one.one().recipient(), one));
        return wish.people().stream().map(person -> all.get(person.username())).toList();
    }

    /** What is being sent just now, still ends as it ends. */
    MailingView cancel(Caller caller, MailingId id) {
        var mailing = mailings.get(id);
        var account = accounts.get(mailing.account());
        sendMany.cancel(account, id.value());
        mailings.cancel(id);
        note(caller, id, account.id(), account.username(), "cancel-mailing");
        return view(mailings.get(id));
    }

    Page<MailingView> page(@Nullable MailingId before, int limit) {
        var page = mailings.page(before, limit);
        return new Page<>(views(page.items()), page.nextCursor());
    }

    MailingView view(Mailing mailing) {
        return views(List.of(mailing)).getFirst();
    }

    List<MailingView> views(List<Mailing> found) {
        var named = mailings.of(found.stream().map(Mailing::id).toList());
        var counts = sendMany.progress(
                found.stream().map(mailing -> mailing.id().value()).toList());
        var statuses = statusesOf(found);
        return found.stream()
                .map(mailing -> view(
                        mailing,
                        MailingView.Progress.of(
                                named.getOrDefault(mailing.id(), Mailings.Named.NOBODY),
                                counts.getOrDefault(mailing.id().value(), Counts.NONE)),
                        statuses.get(mailing.account())))
                .toList();
    }

    private Map<AccountId, BotStatus> statusesOf(List<Mailing> found) {
        var wanted = found.stream().map(Mailing::account).toList();
        return wanted.isEmpty()
                ? Map.of()
                : bots.ofAll(accounts.all().stream()
                        .filter(account -> wanted.contains(account.id()))
                        .toList());
    }

    private static MailingView view(Mailing mailing, MailingView.Progress progress, @Nullable BotStatus status) {
        var bot = progress.queued() == 0 ? null : status;
        return new MailingView(
                mailing.id(),
                mailing.account(),
                mailing.accountName(),
                mailing.template(),
                mailing.firstContacts(),
                mailing.spreadMinutes(),
                state(mailing, bot),
                bot == null || bot.state() == BotStatus.State.RUNNING ? null : bot.reason(),
                progress,
                mailing.userName(),
                mailing.createdAt(),
                mailing.cancelledAt());
    }

    private static String state(Mailing mailing, @Nullable BotStatus bot) {
        if (mailing.cancelledAt() != null) {
            return "cancelled";
        }
        return bot == null ? "completed" : bot.state() == BotStatus.State.RUNNING ? "running" : "waiting";
    }

    private void note(Caller caller, MailingId id, AccountId account, String name, String action) {
        log.record(Activity.of(action, Status.STARTED)
                .in(caller.workspace())
                .by(caller.user(), caller.username())
                .on(account, name)
                .with("mailing_id", id.toString())
                .build());
    }
}
