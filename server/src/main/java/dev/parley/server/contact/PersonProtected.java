package dev.parley.server.contact;

/**
 * Somebody may not be touched any more. Published inside the transaction, bound to the workspace, that protects them.
 *
 * @param username in lower case, without @
 */
public record PersonProtected(String username) {}
