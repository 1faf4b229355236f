package dev.parley.server.conversation;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.server.account.Accounts;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.bot.Settled.Effect;
import dev.parley.server.conversation.ReadInbox.News;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Tenancy;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Brings what is kept of an account's inbox in step with Instagram, and has it done again after a while. */
@Component
class SyncInbox implements ActionHandler<News> {

    static final String KIND = "sync-inbox";
    static final String FROM = "from";

    private final Tenancy tenancy;
    private final ReadInbox readInbox;
    private final KeepNews keepNews;
    private final Readings readings;
    private final Accounts accounts;
    private final OrderSync order;

    SyncInbox(
            Tenancy tenancy,
            ReadInbox readInbox,
            KeepNews keepNews,
            Readings readings,
            Accounts accounts,
            OrderSync order) {
        this.tenancy = tenancy;
        this.readInbox = readInbox;
        this.keepNews = keepNews;
        this.readings = readings;
        this.accounts = accounts;
        this.order = order;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public boolean writesItsOwnActivity() {
        return true;
    }

    /** Without a session there is nothing to read: the next sign-in has it read again. */
    @Override
    public Performed<News> perform(Attempt attempt) {
        var action = attempt.action();
        var everRead = tenancy.in(
                action.workspace(), () -> readings.of(action.account()).everRead());
        try {
            return performed(readInbox.read(
                    attempt.account(), attempt.instagram(), action.payload().get(FROM), everRead));
        } catch (BotException refused) {
            if (refused.code() == ErrorCode.SESSION_INVALID) {
                return new Performed.Skipped<>(refused.code(), String.valueOf(refused.getMessage()));
            }
            throw refused;
        }
    }

    private static Performed<News> performed(Outcome<News> read) {
        return switch (read) {
            case Outcome.Done<News>(News news) -> new Performed.Succeeded<>(news);
            case Outcome.Refused<News>(Refusal refusal) -> new Performed.Refused<>(refusal);
        };
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<News> ending) {
        return () -> switch (ending) {
            case Ending.Succeeded<News>(News news) -> keep(action, news);
            case Ending.Skipped<News> skipped -> Settled.quietly(Effect.NONE);
            case Ending.Failed<News> failed -> again(action, 1);
            case Ending.Unconfirmed<News> unclear -> again(action, 1);
        };
    }

    private Settled keep(Action action, News news) {
        var account = accounts.get(action.account());
        var before = readings.of(action.account());
        keepNews.keep(account, news.heard(), before.everRead());
        if (news.next() != null) {
            order.goOn(action, news.next());
            return Settled.quietly(Effect.QUEUED);
        }
        return again(action, readings.ended(action.account(), !news.heard().isEmpty()));
    }

    private Settled again(Action action, int quiet) {
        return Settled.quietly(order.again(action, quiet) ? Effect.QUEUED : Effect.NONE);
    }
}
