package dev.parley.sandbox.message;

/** What somebody made of a conversation that another began. */
public enum Standing {
    ACCEPTED,
    /** Its messages are gone for this side; a new one asks again. */
    DECLINED
}
