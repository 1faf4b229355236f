package dev.parley.server.identity;

/** In what way a person can prove who they are, beside the password. */
public enum FactorMethod {
    TOTP,
    RECOVERY_CODE,
    PASSKEY
}
