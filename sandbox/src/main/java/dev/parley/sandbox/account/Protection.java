package dev.parley.sandbox.account;

/** What an account asks of a new device besides the password. */
public enum Protection {
    NONE,
    /** A code from an authenticator app. */
    TOTP,
    /** A code by SMS. */
    SMS,
    /** A challenge that is passed with a code by e-mail. */
    EMAIL_CHALLENGE
}
