package dev.parley.server.contact;

/**
 * Somebody may not be written to any more. Published inside the transaction, bound to the workspace, that puts them on the do-not-contact
 * list.
 *
 * @param username in lower case, without @
 */
public record PersonSilenced(String username) {}
