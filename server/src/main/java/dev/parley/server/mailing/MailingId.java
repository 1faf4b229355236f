package dev.parley.server.mailing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.core.Uuids;
import java.util.UUID;

/** A mailing; ids sort by the time at which it was asked for. */
public record MailingId(@JsonValue UUID value) {

    static MailingId create() {
        return new MailingId(Uuids.timeOrdered());
    }

    @JsonCreator
    public static MailingId of(String value) {
        return new MailingId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
