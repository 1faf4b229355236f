package dev.parley.server.recovery;

import org.jspecify.annotations.Nullable;

/**
 * A person's address, and how far it is known to be theirs.
 *
 * @param verified whether the person has shown to read what comes there; never, where no mail is sent
 * @param pendingEmail another one, whose link has not been opened yet
 * @param mailIsSent whether this instance sends mail at all
 */
public record EmailState(
        String email, boolean verified, @Nullable String pendingEmail, boolean mailIsSent) {}
