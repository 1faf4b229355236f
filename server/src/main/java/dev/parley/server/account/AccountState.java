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
    SUSPENDED;

    /** Whether nobody but the account's owner can bring it back. */
    public boolean needsItsOwner() {
        return this == VERIFICATION_REQUIRED || this == LOGIN_REQUIRED || this == SUSPENDED;
    }
}
