package dev.parley.server.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.core.Uuids;
import java.util.UUID;

/** A sign-in that waits for a code. */
public record VerificationId(@JsonValue UUID value) {

    public static VerificationId create() {
        return new VerificationId(Uuids.timeOrdered());
    }

    @JsonCreator
    public static VerificationId of(String value) {
        return new VerificationId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
