package dev.parley.instagram;

/** A family of calls that a driver may or may not offer. */
public enum Capability {
    SIGN_IN,
    SESSION,
    PEOPLE,
    HASHTAG,
    FRIENDSHIP,
    FOLLOW
}
