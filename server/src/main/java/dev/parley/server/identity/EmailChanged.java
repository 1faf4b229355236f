package dev.parley.server.identity;

import dev.parley.server.core.UserId;

/**
 * A person's mail goes to another address from now on. Published inside the transaction that changes it.
 *
 * @param proven whether the person has shown to read what comes there
 */
public record EmailChanged(UserId user, String username, String former, String email, boolean proven) {}
