package dev.parley.server.alerts;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person wants to be sent to a webhook now: a test, or once more what was told before. */
@Component
class SendAgain {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final AlertTurns turns;
    private final Payload payload;
    private final Tenancy tenancy;
    private final Clock clock;

    SendAgain(
            Webhooks webhooks, Deliveries deliveries, AlertTurns turns, Payload payload, Tenancy tenancy, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.turns = turns;
        this.payload = payload;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    Delivery test(Caller caller, WebhookId webhook) {
        return tenancy.in(caller.workspace(), () -> {
            KeepWebhooks.demandListening(webhooks.get(webhook));
            var now = clock.instant();
            var id = DeliveryId.create();
            var body = payload.test(caller.workspace(), webhook, now);
            deliveries.add(List.of(new Deliveries.New(id, webhook, AlertEvent.TEST, null, body)), now);
            turns.due(now);
            return deliveries.get(webhook, id);
        });
    }

    Delivery again(Caller caller, WebhookId webhook, DeliveryId id) {
        return tenancy.in(caller.workspace(), () -> {
            KeepWebhooks.demandListening(webhooks.get(webhook));
            deliveries.get(webhook, id);
            var now = clock.instant();
            deliveries.again(id, now);
            turns.due(now);
            return deliveries.get(webhook, id);
        });
    }
}
