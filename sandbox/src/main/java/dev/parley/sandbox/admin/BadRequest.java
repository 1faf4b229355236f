package dev.parley.sandbox.admin;

/** A call of the admin API that cannot be understood; the message says why. */
final class BadRequest extends RuntimeException {

    BadRequest(String message) {
        super(message);
    }
}
