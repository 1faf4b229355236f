package dev.parley.server.bot;

import dev.parley.instagram.Refusal;
import dev.parley.server.core.ErrorCode;

/** What looking after an action of unknown outcome showed. */
public sealed interface Looked<T> {

    record TookEffect<T>(T value) implements Looked<T> {}

    /** It had no effect, so it may be tried again. */
    record HadNoEffect<T>() implements Looked<T> {}

    /** Nobody can tell; a person must decide. */
    record CannotTell<T>(String detail) implements Looked<T> {}

    /** It cannot be finished any more. */
    record Failed<T>(ErrorCode code, String detail) implements Looked<T> {}

    /** Looking itself was refused. */
    record Refused<T>(Refusal refusal) implements Looked<T> {}
}
