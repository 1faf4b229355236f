package dev.parley.instagram;

/** How a call ended: Instagram did it, or there is a reason why not. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    /** What a driver answers to calls of a capability that it does not have. */
    static <T> Outcome<T> unsupported(Capability capability) {
        return new Refused<>(new Refusal.Unsupported(capability));
    }
}
