package dev.parley.server.alerts;

import dev.parley.server.alerts.TellAlerts.Ruled;
import dev.parley.server.core.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes down what each webhook is to be told. */
@Component
class TellWebhooks {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Payload payload;

    TellWebhooks(Webhooks webhooks, Deliveries deliveries, Payload payload) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.payload = payload;
    }

    void tell(WorkspaceId workspace, List<Ruled> told, Instant now) {
        var listening = webhooks.all().stream()
                .filter(Webhook::listens)
                .map(Webhook::id)
                .toList();
        deliveries.add(
                told.stream()
                        .flatMap(one -> deliveries(workspace, one, listening))
                        .toList(),
                now);
    }

    private Stream<Deliveries.New> deliveries(WorkspaceId workspace, Ruled told, List<WebhookId> listening) {
        var alert = told.alert();
        return listening.stream()
                .filter(told.rule()::tells)
                .map(webhook -> new Deliveries.New(
                        DeliveryId.create(), webhook, alert.event(), alert.accountId(), payload.of(workspace, alert)));
    }
}
