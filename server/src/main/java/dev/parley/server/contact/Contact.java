package dev.parley.server.contact;

import dev.parley.instagram.PersonId;
import dev.parley.server.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with whom an account has had to do.
 *
 * @param username as last seen, in lower case, without @
 * @param firstTouchedAt null where the account has never done anything to them
 * @param wroteAt when they last wrote to the account
 * @param writtenAt when the account last wrote to them
 */
public record Contact(
        AccountId account,
        PersonId id,
        String username,
        @Nullable Instant firstTouchedAt,
        @Nullable Instant wroteAt,
        @Nullable Instant writtenAt) {

    /** Whether either has ever written to the other. */
    public boolean haveSpoken() {
        return wroteAt != null || writtenAt != null;
    }
}
