package dev.parley.server.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.core.Uuids;
import java.util.UUID;

/** A message that was asked for here; ids sort by the time at which that was. */
public record MessageId(@JsonValue UUID value) {

    static MessageId create() {
        return new MessageId(Uuids.timeOrdered());
    }

    @JsonCreator
    public static MessageId of(String value) {
        return new MessageId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
