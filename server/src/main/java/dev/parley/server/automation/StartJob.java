package dev.parley.server.automation;

import dev.parley.server.account.Accounts;
import dev.parley.server.account.Drivers;
import dev.parley.server.account.Sessions;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.automation.Job.Order;
import dev.parley.server.automation.Job.Owner;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Correlation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person orders a job. */
@Component
class StartJob {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Drivers drivers;
    private final ActionQueue queue;
    private final Jobs jobs;
    private final Advance advance;
    private final ActivityLog log;

    StartJob(
            Accounts accounts,
            Sessions sessions,
            Drivers drivers,
            ActionQueue queue,
            Jobs jobs,
            Advance advance,
            ActivityLog log) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.drivers = drivers;
        this.queue = queue;
        this.jobs = jobs;
        this.advance = advance;
        this.log = log;
    }

    /**
     * Refuses with SESSION_INVALID, and stores nothing, where the account has no session that works; with DRIVER_CANNOT where its driver
     * cannot do it.
     */
    Job start(Caller caller, @Nullable AccountId named, Order order) {
        var account = sessions.demandValid(accounts.pick(named));
        drivers.demand(account, order.needs());
        queue.wake(account.id());
        var owner = new Owner(caller.workspace(), account.id(), account.username(), caller.user(), caller.username());
        var job = jobs.add(JobId.create(), owner, order, Correlation.current());
        log.record(Activity.of(order.kind(), Status.STARTED)
                .in(caller.workspace())
                .by(caller.user(), caller.username())
                .on(account.id(), account.username())
                .about(order.source().toString())
                .with("job_id", job.id().toString())
                .with("amount", order.amount())
                .build());
        advance.goOn(job);
        return jobs.get(job.id());
    }
}
