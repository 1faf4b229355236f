package dev.parley.server.bot;

/** Which work goes first, in this order. */
public enum Lane {
    /** Somebody is waiting. */
    PERSON,
    /** Somebody wrote, and is to be answered. */
    REPLY,
    /** Jobs: the only lane that a stopped bot holds back. */
    AUTOMATION
}
