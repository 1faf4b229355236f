package dev.parley.server.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.core.Uuids;
import java.util.UUID;

/** A rule of whom to tell of what. */
public record RuleId(@JsonValue UUID value) {

    static RuleId create() {
        return new RuleId(Uuids.timeOrdered());
    }

    @JsonCreator
    public static RuleId of(String value) {
        return new RuleId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
