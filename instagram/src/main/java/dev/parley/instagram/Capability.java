package dev.parley.instagram;

/** A family of calls that a driver may or may not offer. */
public enum Capability {
    /** Signing in with a password, and its second steps. */
    SIGN_IN,
    /** Asking who is signed in, and signing out. */
    SESSION,
    /** Looking people up. */
    PEOPLE,
    /** Recent posts under a hashtag. */
    HASHTAG,
    /** How the account stands to people. */
    FRIENDSHIP,
    /** Following and unfollowing. */
    FOLLOW
}
