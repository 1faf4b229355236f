package dev.parley.server.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.core.Uuids;
import java.util.UUID;

/** A prepared answer. */
public record CannedAnswerId(@JsonValue UUID value) {

    static CannedAnswerId create() {
        return new CannedAnswerId(Uuids.timeOrdered());
    }

    @JsonCreator
    public static CannedAnswerId of(String value) {
        return new CannedAnswerId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
