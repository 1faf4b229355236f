package dev.parley.sandbox.app;

/** A body that is none of the forms in which the app sends one. */
final class MalformedBody extends RuntimeException {

    MalformedBody(Exception cause) {
        super("The body is neither a form, nor JSON, nor a signed body", cause);
    }
}
