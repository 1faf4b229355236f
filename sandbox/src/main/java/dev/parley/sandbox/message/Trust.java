package dev.parley.sandbox.message;

/** Whose messages somebody takes without being asked first. */
@FunctionalInterface
public interface Trust {

    boolean trusts(long person, long sender);
}
