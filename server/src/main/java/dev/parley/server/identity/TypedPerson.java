package dev.parley.server.identity;

import org.jspecify.annotations.Nullable;

/** What stands in the form for a new person. */
public record TypedPerson(
        @Nullable String username,
        @Nullable String email,
        @Nullable Role role) {}
