package dev.parley.instagram;

/** How a call ended: Instagram did it, or there is a reason why not. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(Refusal refusal) implements Outcome<T> {}
}
