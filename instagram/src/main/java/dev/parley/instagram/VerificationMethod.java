package dev.parley.instagram;

/** A way in which Instagram lets a person prove who they are. */
public enum VerificationMethod {
    /** A code of an authenticator app: RFC 6238, SHA-1, 30 s, 6 digits. */
    TOTP,
    SMS,
    EMAIL,
    /** One of the codes that were handed out when two-factor was switched on. */
    BACKUP_CODE
}
