package dev.parley.server.identity;

import dev.parley.server.core.UserId;

/** Somebody is about to be removed from the instance. Published inside the transaction that removes them. */
public record PersonLeaves(UserId user, String username) {}
