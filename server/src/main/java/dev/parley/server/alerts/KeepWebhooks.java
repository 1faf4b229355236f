package dev.parley.server.alerts;

import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.outbound.Destinations;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What people do to their workspace's webhooks; all of it stands in the trail. */
@Component
class KeepWebhooks {

    private static final int MOST = 10;

    private final Webhooks webhooks;
    private final Rules rules;
    private final Deliveries deliveries;
    private final Destinations destinations;
    private final AuditTrail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    KeepWebhooks(
            Webhooks webhooks,
            Rules rules,
            Deliveries deliveries,
            Destinations destinations,
            AuditTrail trail,
            Tenancy tenancy,
            Clock clock) {
        this.webhooks = webhooks;
        this.rules = rules;
        this.deliveries = deliveries;
        this.destinations = destinations;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** @param secret shown now and never again */
    record Made(Webhook webhook, WebhookSecret secret) {}

    /** Refuses with VALIDATION_FAILED where it may not be called; not inside a transaction. */
    Made add(Caller caller, String typed) {
        var url = destinations.demand("url", typed);
        var secret = WebhookSecret.create();
        return tenancy.in(caller.workspace(), () -> {
            if (webhooks.all().size() >= MOST) {
                throw new BotException(
                        ErrorCode.TOO_MANY_WEBHOOKS, "A workspace has %d webhooks at most.".formatted(MOST));
            }
            var id = WebhookId.create();
            webhooks.add(id, url, secret, clock.instant());
            return new Made(noted(caller, "add-webhook", webhooks.get(id)), secret);
        });
    }

    /** Refuses with VALIDATION_FAILED where it may not be called; not inside a transaction. */
    Webhook move(Caller caller, WebhookId id, String typed) {
        tenancy.run(caller.workspace(), () -> webhooks.get(id));
        var url = destinations.demand("url", typed);
        return in(caller, "move-webhook", () -> moved(id, url));
    }

    private Webhook moved(WebhookId id, URI url) {
        webhooks.move(id, url);
        return webhooks.get(id);
    }

    Made changeSecret(Caller caller, WebhookId id) {
        var secret = WebhookSecret.create();
        var webhook = in(caller, "change-webhook-secret", () -> {
            webhooks.changeSecret(id, secret, clock.instant());
            return webhooks.get(id);
        });
        return new Made(webhook, secret);
    }

    Webhook enable(Caller caller, WebhookId id) {
        return in(caller, "enable-webhook", () -> {
            webhooks.get(id);
            webhooks.enable(id);
            return webhooks.get(id);
        });
    }

    Webhook disable(Caller caller, WebhookId id) {
        return in(caller, "disable-webhook", () -> {
            webhooks.get(id);
            webhooks.disable(id, Webhook.Because.PERSON, clock.instant());
            deliveries.giveUp(id, SwitchOff.TROUBLE);
            return webhooks.get(id);
        });
    }

    void remove(Caller caller, WebhookId id) {
        in(caller, "remove-webhook", () -> {
            var webhook = webhooks.get(id);
            rules.forget(id);
            webhooks.remove(id);
            return webhook;
        });
    }

    /** Refuses with WEBHOOK_OFF. */
    static void demandListening(Webhook webhook) {
        if (!webhook.listens()) {
            throw new BotException(
                    ErrorCode.WEBHOOK_OFF,
                    "The webhook at %s is switched off.".formatted(webhook.host()),
                    Refusal.inState("disabled", "enabled"));
        }
    }

    private Webhook in(Caller caller, String action, Supplier<Webhook> work) {
        return tenancy.in(caller.workspace(), () -> noted(caller, action, work.get()));
    }

    /** By its host: the rest of an address may be a secret. */
    private Webhook noted(Caller caller, String action, Webhook webhook) {
        trail.record(Audited.of(action)
                .in(caller.workspace())
                .by(caller.user(), caller.username())
                .on(webhook.id(), webhook.host()));
        return webhook;
    }
}
