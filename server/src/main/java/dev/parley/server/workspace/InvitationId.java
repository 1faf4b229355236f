package dev.parley.server.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.server.core.Uuids;
import java.util.UUID;

/** An open invitation into a workspace. */
public record InvitationId(@JsonValue UUID value) {

    public static InvitationId create() {
        return new InvitationId(Uuids.timeOrdered());
    }

    @JsonCreator
    public static InvitationId of(String value) {
        return new InvitationId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
