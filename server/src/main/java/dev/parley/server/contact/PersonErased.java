package dev.parley.server.contact;

import dev.parley.instagram.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to be erased: whoever holds anything of them removes it. Published inside the transaction, bound to the workspace, that
 * erases them, once for each number by which the workspace's accounts know them.
 *
 * @param username in lower case, without @
 * @param id null where no account knows their number
 */
public record PersonErased(String username, @Nullable PersonId id) {}
