package dev.parley.server.alerts;

import dev.parley.server.core.UserId;
import java.util.List;

/** What somebody wants a rule to be. */
public record RuleWish(
        String name,
        List<AlertEvent> events,
        boolean mailOwners,
        List<UserId> mailTo,
        List<WebhookId> webhooks,
        boolean enabled) {

    static final RuleWish NEW = new RuleWish("", List.of(), true, List.of(), List.of(), true);

    static RuleWish of(Rule rule) {
        return new RuleWish(
                rule.name(), rule.events(), rule.mailOwners(), rule.mailTo(), rule.webhooks(), rule.enabled());
    }

    Rule as(Rule former) {
        return new Rule(former.id(), name.strip(), events, mailOwners, mailTo, webhooks, enabled, former.createdAt());
    }
}
