package dev.parley.server.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person may do on the instance, whatever they are in their workspaces. */
public enum Role {
    ADMIN,
    USER;

    @JsonValue
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Role of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
