package dev.parley.server.bot;

/** How far apart the actions of a job are. */
public enum Spacing {
    READING,
    FOLLOWING,
    LIKING,
    WATCHING,
    MESSAGING
}
