package dev.parley.server.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is told to a webhook, and what came of it.
 *
 * @param dueAt of the next try; null where there is none
 * @param answer its beginning
 * @param trouble why there was no answer, or none that counts
 */
public record Delivery(
        DeliveryId id,
        WebhookId webhookId,
        AlertEvent event,
        State state,
        int attempts,
        @Nullable Instant dueAt,
        Instant createdAt,
        @Nullable Instant triedAt,
        @Nullable Integer answerStatus,
        @Nullable String answer,
        @Nullable String trouble,
        String body) {

    public enum State {
        WAITING,
        DELIVERED,
        FAILED;

        @JsonValue
        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }
}
