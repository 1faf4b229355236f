package dev.parley.server.workspace;

/** What a workspace holds of other people, each kind for a time of its own. */
public enum Kept {
    MESSAGES,
    CONTACTS,
    SCREENSHOTS
}
