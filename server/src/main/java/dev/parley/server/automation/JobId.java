package dev.parley.server.automation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.core.Uuids;
import java.util.UUID;

/** A job; ids sort by the time at which the jobs were asked for. */
public record JobId(@JsonValue UUID value) {

    static JobId create() {
        return new JobId(Uuids.timeOrdered());
    }

    @JsonCreator
    public static JobId of(String value) {
        return new JobId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
