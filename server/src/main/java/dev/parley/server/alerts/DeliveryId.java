package dev.parley.server.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.core.Uuids;
import java.util.UUID;

/** Something that is told to a webhook. */
public record DeliveryId(@JsonValue UUID value) {

    static DeliveryId create() {
        return new DeliveryId(Uuids.timeOrdered());
    }

    @JsonCreator
    public static DeliveryId of(String value) {
        return new DeliveryId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
