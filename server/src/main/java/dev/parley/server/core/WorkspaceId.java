package dev.parley.server.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A workspace: the tenant that owns accounts and all that they do. */
public record WorkspaceId(@JsonValue UUID value) {

    public static WorkspaceId create() {
        return new WorkspaceId(Uuids.timeOrdered());
    }

    @JsonCreator
    public static WorkspaceId of(String value) {
        return new WorkspaceId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
