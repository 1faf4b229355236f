package dev.parley.server.bot;

import dev.parley.server.account.Account;
import dev.parley.server.account.AccountRemoved;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.Sessions;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The bots of the bound workspace: made, started, stopped. Everything here joins the caller's transaction. */
@Component
public class Bots {

    private final BotInstances bots;
    private final Schedule schedule;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ActivityLog log;

    Bots(BotInstances bots, Schedule schedule, Accounts accounts, Sessions sessions, ActivityLog log) {
        this.bots = bots;
        this.schedule = schedule;
        this.accounts = accounts;
        this.sessions = sessions;
        this.log = log;
    }

    /** Makes the account's bot, stopped; does nothing if it has one. */
    public void create(Caller caller, Account account) {
        if (bots.create(account.workspace(), caller.user(), caller.username(), account.id(), account.username())) {
            schedule.create(account.workspace(), account.id());
        }
    }

    /** Refuses with SESSION_INVALID as long as the account has no session. Starting a started bot changes nothing. */
    public void start(Caller caller, Account account) {
        sessions.demandValid(Optional.of(account));
        switchTo(caller, account, true);
    }

    /** Lets what is under way end, and begins nothing more of a job. Stopping a stopped bot changes nothing. */
    public void stop(Caller caller, Account account) {
        switchTo(caller, account, false);
    }

    /** A person has done what the bot waited for. */
    public void attendedTo(AccountId account) {
        bots.attendedTo(account);
    }

    /** Instagram answers as this account again: what was wrong with its session is over. */
    public void sessionWorks(AccountId account) {
        bots.sessionWorks(account);
    }

    public boolean exists(Account account) {
        return bots.find(account.id()).isPresent();
    }

    /** Refuses with COOLING_DOWN what the account could not do for a long time. */
    public void requireAwake(AccountId account) {
        bots.find(account).filter(BotInstance::coolingDown).ifPresent(bot -> {
            var resumesAt = Objects.requireNonNull(bot.cooldownUntil());
            throw new BotException(
                    ErrorCode.COOLING_DOWN,
                    "@%s resumes at %s.".formatted(bot.accountName(), resumesAt),
                    BotException.Refusal.until(Duration.between(bot.readAt(), resumesAt)));
        });
    }

    private void switchTo(Caller caller, Account account, boolean started) {
        var changed = bots.switchTo(account.id(), started);
        schedule.runNow(account.id());
        if (changed) {
            log.record(Activity.of(started ? "bot-start" : "bot-stop", Status.SUCCEEDED)
                    .in(account.workspace())
                    .by(caller.user(), caller.username())
                    .on(account.id(), account.username())
                    .build());
        }
    }

    @EventListener
    void removed(AccountRemoved removed) {
        schedule.remove(removed.account());
    }
}
