package dev.parley.server.identity;

/** Whatever let the person in, or soon would have, does so no more. Published inside the transaction that ends it. */
public record AccessEnded(Person person) {}
