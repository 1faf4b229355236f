package dev.parley.server.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.core.Uuids;
import java.util.UUID;

/** An address that is told. */
public record WebhookId(@JsonValue UUID value) {

    static WebhookId create() {
        return new WebhookId(Uuids.timeOrdered());
    }

    @JsonCreator
    public static WebhookId of(String value) {
        return new WebhookId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
