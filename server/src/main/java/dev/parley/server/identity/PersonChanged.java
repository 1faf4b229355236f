package dev.parley.server.identity;

/** An administrator changed what somebody may do here, or where their mail goes. Published inside the transaction that does it. */
public record PersonChanged(Person before, Person after) {}
