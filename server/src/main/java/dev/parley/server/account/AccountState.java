package dev.parley.server.account;

/** How an account stands with Instagram. */
public enum AccountState {
    DISCONNECTED,
    CONNECTING,
    VERIFICATION_REQUIRED,
    CONNECTED,
    DEGRADED,
    RATE_LIMITED,
    ACTION_BLOCKED,
    LOGIN_REQUIRED,
    SUSPENDED
}
