package dev.parley.server.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.UUID;

/** A connected Instagram account. */
public record AccountId(@JsonValue UUID value) {

    public static AccountId create() {
        return new AccountId(Uuids.timeOrdered());
    }

    @JsonCreator
    public static AccountId of(String value) {
        return new AccountId(UUID.fromString(value));
    }

    /** As SQL takes several. */
    public static UUID[] values(Collection<AccountId> ids) {
        return ids.stream().map(AccountId::value).toArray(UUID[]::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
