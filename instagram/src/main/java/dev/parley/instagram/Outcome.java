package dev.parley.instagram;

import java.util.function.Function;

/** How a call ended: Instagram did it, or there is a reason why not. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    /** Goes on with what was done; a refusal stays what it is. */
    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
        };
    }

    /** What a driver answers to calls of a capability that it does not have. */
    static <T> Outcome<T> unsupported(Capability capability) {
        return new Refused<>(new Refusal.Unsupported(capability));
    }
}
