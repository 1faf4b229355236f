package dev.parley.server.contact;

import dev.parley.instagram.PersonId;
import dev.parley.server.core.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may not be written to any more. Published inside the transaction, bound to the workspace, that puts them on the do-not-contact
 * list.
 *
 * @param username in lower case, without @
 * @param id null where it is not known
 */
public record PersonSilenced(
        WorkspaceId workspace, String username, @Nullable PersonId id) {}
