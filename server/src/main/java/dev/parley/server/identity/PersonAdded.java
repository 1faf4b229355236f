package dev.parley.server.identity;

import dev.parley.server.core.UserId;

/** Somebody may sign in from now on. Published inside the transaction that adds them. */
public record PersonAdded(UserId user, String username) {}
