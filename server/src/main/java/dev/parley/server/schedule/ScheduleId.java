package dev.parley.server.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.core.Uuids;
import java.util.UUID;

/** A schedule; ids sort by the time at which they were made. */
public record ScheduleId(@JsonValue UUID value) {

    static ScheduleId create() {
        return new ScheduleId(Uuids.timeOrdered());
    }

    @JsonCreator
    public static ScheduleId of(String value) {
        return new ScheduleId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
