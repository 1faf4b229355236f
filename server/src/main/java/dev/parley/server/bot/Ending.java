package dev.parley.server.bot;

import dev.parley.server.core.ErrorCode;

/** How an action ended, for good. */
public sealed interface Ending<T> {

    record Succeeded<T>(T value) implements Ending<T> {}

    record Skipped<T>(ErrorCode reason, String detail) implements Ending<T> {}

    record Failed<T>(ErrorCode code, String detail) implements Ending<T> {}

    record Unconfirmed<T>(String detail) implements Ending<T> {}
}
