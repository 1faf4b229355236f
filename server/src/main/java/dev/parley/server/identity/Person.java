package dev.parley.server.identity;

import dev.parley.server.core.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who may sign in to this instance. */
public record Person(
        UserId id,
        String username,
        String email,
        Role role,
        boolean mustChangePassword,
        @Nullable Instant disabledAt,
        Instant createdAt) {

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }
}
