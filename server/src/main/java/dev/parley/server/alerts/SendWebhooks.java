package dev.parley.server.alerts;

import dev.parley.server.alerts.Delivery.State;
import dev.parley.server.alerts.Webhooks.Listener;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.outbound.Courier;
import dev.parley.server.outbound.Post;
import dev.parley.server.outbound.Sent;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends what waits for webhooks, signed, and writes down what came of it. */
@Component
class SendWebhooks {

    /** Whoever has not taken anything for so long is told nothing more. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final int GONE = 410;

    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final SwitchOff switchOff;
    private final Courier courier;
    private final Tenancy tenancy;
    private final Clock clock;

    SendWebhooks(
            Deliveries deliveries,
            Webhooks webhooks,
            SwitchOff switchOff,
            Courier courier,
            Tenancy tenancy,
            Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.switchOff = switchOff;
        this.courier = courier;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Something that is to be sent now. */
    record Parcel(Delivery delivery, Post post) {}

    /** From now on each of them is tried again later, unless it is settled. */
    List<Parcel> take(WorkspaceId workspace, int most) {
        return tenancy.in(workspace, () -> {
            var now = clock.instant();
            var taken = deliveries.take(most, now);
            var told = taken.stream().map(Delivery::webhookId).distinct().toList();
            var listening = webhooks.listening(told, now);
            told.stream().filter(id -> !listening.containsKey(id)).forEach(this::giveUp);
            return taken.stream()
                    .flatMap(delivery -> Stream.ofNullable(listening.get(delivery.webhookId()))
                            .map(listener -> packed(delivery, listener, now)))
                    .toList();
        });
    }

    /** It was switched off after this was written down. */
    private void giveUp(WebhookId webhook) {
        deliveries.giveUp(webhook, SwitchOff.TROUBLE);
    }

    private static Parcel packed(Delivery delivery, Listener listener, Instant now) {
        return new Parcel(
                delivery,
                new Post(listener.webhook().url(), signed(delivery, listener.secrets(), now), delivery.body()));
    }

    /** The id stays the same however often it is sent, so that whoever receives it twice can tell. */
    private static Map<String, String> signed(Delivery delivery, List<WebhookSecret> secrets, Instant now) {
        var id = "msg_" + delivery.id();
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                secrets.stream()
                        .map(secret -> secret.signature(id, now, delivery.body()))
                        .collect(Collectors.joining(" ")));
    }

    /** Not inside a transaction. */
    void send(WorkspaceId workspace, Parcel parcel) {
        var sent = courier.send(parcel.post());
        tenancy.run(workspace, () -> settle(parcel.delivery(), sent));
    }

    private void settle(Delivery delivery, Sent sent) {
        switch (sent) {
            case Sent.Answered answered
            when answered.isFine() -> {
                settle(delivery, State.DELIVERED, answered, null);
                webhooks.worked(delivery.webhookId());
            }
            case Sent.Answered answered
            when answered.status() == GONE -> {
                settle(delivery, State.FAILED, answered, "Whoever is there wants nothing more.");
                switchOff.byItself(delivery.webhookId(), Webhook.Because.GONE);
            }
            case Sent.Answered answered -> failed(delivery, answered, trouble(answered.status()));
            case Sent.NotAnswered(String why) -> failed(delivery, null, why);
        }
    }

    private static String trouble(int status) {
        return status >= 300 && status < 400
                ? "The answer leads elsewhere, and nobody is followed."
                : "The answer says that it was not taken.";
    }

    private void failed(Delivery delivery, Sent.@Nullable Answered answered, String trouble) {
        var last = delivery.attempts() >= Deliveries.WAITS.size();
        settle(delivery, last ? State.FAILED : State.WAITING, answered, trouble);
        var now = clock.instant();
        if (isTooLong(webhooks.failed(delivery.webhookId(), now), now)) {
            switchOff.byItself(delivery.webhookId(), Webhook.Because.FAILING);
        }
    }

    private static boolean isTooLong(Instant since, Instant now) {
        return !now.isBefore(since.plus(PATIENCE));
    }

    private void settle(Delivery delivery, State state, Sent.@Nullable Answered answered, @Nullable String trouble) {
        deliveries.settle(
                delivery.id(),
                state,
                answered == null ? null : answered.status(),
                answered == null ? null : answered.beginning(),
                trouble);
    }
}
