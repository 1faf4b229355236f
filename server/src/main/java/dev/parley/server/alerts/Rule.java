package dev.parley.server.alerts;

import dev.parley.server.core.UserId;
import java.time.Instant;
import java.util.List;

/**
 * Of what whom to tell.
 *
 * @param mailOwners whoever they are then
 * @param mailTo members beside them, as long as they are members
 */
public record Rule(
        RuleId id,
        String name,
        List<AlertEvent> events,
        boolean mailOwners,
        List<UserId> mailTo,
        List<WebhookId> webhooks,
        boolean enabled,
        Instant createdAt) {

    public Rule {
        events = List.copyOf(events);
        mailTo = List.copyOf(mailTo);
        webhooks = List.copyOf(webhooks);
    }

    public boolean tells(WebhookId webhook) {
        return webhooks.contains(webhook);
    }

    public boolean mails(UserId member) {
        return mailTo.contains(member);
    }

    public boolean isAbout(AlertEvent event) {
        return events.contains(event);
    }
}
