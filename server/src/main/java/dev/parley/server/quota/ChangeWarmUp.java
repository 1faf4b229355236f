package dev.parley.server.quota;

import dev.parley.server.account.Account;
import dev.parley.server.web.Wrong;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says how the limits of accounts grow that were connected lately, and which account's need not. Joins the caller's transaction. */
@Component
class ChangeWarmUp {

    private final WarmUps warmUps;
    private final AuditLimits audit;
    private final ApplicationEventPublisher events;

    ChangeWarmUp(WarmUps warmUps, AuditLimits audit, ApplicationEventPublisher events) {
        this.warmUps = warmUps;
        this.audit = audit;
        this.events = events;
    }

    /** @param percents the share of the limits, week by week; empty for the whole from the first day */
    void everywhere(List<Integer> percents) {
        if (!percents.equals(percents.stream().sorted().toList())) {
            throw Wrong.refusal("percents", "must not become less from one week to the next");
        }
        var before = warmUps.percents();
        warmUps.set(percents);
        told(new Whose.Everybody(), before, percents);
    }

    /** @param usedForLong whether the account was used long before it was connected, and has its whole limits */
    void of(Account account, boolean usedForLong) {
        var before = warmUps.isWaived(account.id());
        warmUps.waive(account.id(), usedForLong);
        told(new Whose.OneAccount(account), before, usedForLong);
    }

    private void told(Whose whose, Object before, Object after) {
        audit.warmUpChanged(whose, before, after);
        events.publishEvent(new LimitsChanged(whose.workspace()));
    }
}
