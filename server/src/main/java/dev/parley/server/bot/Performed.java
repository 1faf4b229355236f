package dev.parley.server.bot;

import dev.parley.instagram.Refusal;
import dev.parley.server.core.ErrorCode;

/** What performing an action came to. */
public sealed interface Performed<T> {

    record Succeeded<T>(T value) implements Performed<T> {}

    /** Not done, for a reason that is no fault. */
    record Skipped<T>(ErrorCode reason, String detail) implements Performed<T> {}

    /** Not done, and trying again would not help. */
    record Failed<T>(ErrorCode code, String detail) implements Performed<T> {}

    /** Instagram said yes, and nothing happened. The account stops. */
    record Ineffective<T>(String detail) implements Performed<T> {}

    /** Instagram or the network refused; what follows is the engine's to decide. */
    record Refused<T>(Refusal refusal) implements Performed<T> {}
}
