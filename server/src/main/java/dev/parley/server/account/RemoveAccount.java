package dev.parley.server.account;

import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.workspace.WorkspaceGoes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Disconnects an account for good: all that is stored of it goes, but what happened stays written. */
@Component
class RemoveAccount {

    private final Accounts accounts;
    private final ActivityLog activities;
    private final AuditAccounts audit;
    private final ApplicationEventPublisher events;

    RemoveAccount(Accounts accounts, ActivityLog activities, AuditAccounts audit, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.activities = activities;
        this.audit = audit;
        this.events = events;
    }

    @EventListener
    void removeAll(WorkspaceGoes going) {
        accounts.all().forEach(account -> {
            accounts.remove(account.id());
            events.publishEvent(new AccountRemoved(going.workspace(), account.id()));
        });
    }

    void remove(Caller caller, AccountId id) {
        var account = accounts.get(id);
        accounts.remove(id);
        events.publishEvent(new AccountRemoved(account.workspace(), id));
        activities.record(Activity.of("disconnect", Status.SUCCEEDED)
                .in(account.workspace())
                .on(id, account.username())
                .by(caller.user(), caller.username())
                .message("The account was disconnected.")
                .build());
        audit.record("remove-account", account, new Activity.Who(caller.user(), caller.username()), null);
    }
}
