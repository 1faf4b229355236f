package dev.parley.server.bot;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.account.Account;
import dev.parley.server.account.NoSession;
import dev.parley.server.account.Rhythm;
import dev.parley.server.account.Rhythms;
import dev.parley.server.account.WorkingHoursText;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The rhythm of an account is its bot's. */
@Component
class BotRhythms implements Rhythms {

    private final BotInstances bots;
    private final Schedule schedule;
    private final ActivityLog log;

    BotRhythms(BotInstances bots, Schedule schedule, ActivityLog log) {
        this.bots = bots;
        this.schedule = schedule;
        this.log = log;
    }

    @Override
    public Rhythm of(AccountId account) {
        return bots.find(account).map(BotInstance::rhythm).orElse(Rhythm.USUAL);
    }

    @Override
    public Map<AccountId, Rhythm> of(Collection<AccountId> accounts) {
        return bots.of(accounts).values().stream().collect(toMap(BotInstance::account, BotInstance::rhythm));
    }

    @Override
    public void change(Caller caller, Account account, Rhythm rhythm) {
        if (!bots.work(account.id(), rhythm)) {
            throw NoSession.of(account);
        }
        schedule.runNow(account.id());
        var hours = WorkingHoursText.line(rhythm.hours());
        log.record(Activity.of("change-working-hours", Status.SUCCEEDED)
                .in(account.workspace())
                .by(caller.user(), caller.username())
                .on(account.id(), account.username())
                .with("working_hours", hours == null ? "any time" : hours)
                .with("time_zone", rhythm.zone().getId())
                .with("pace", rhythm.slowness())
                .build());
    }
}
