package dev.parley.instagram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One picture or film of somebody's story.
 *
 * @param expiresAt 24 hours after it was posted, unless Instagram says otherwise
 * @param seen whether the account has watched it; null where the answer did not say
 */
public record Story(
        MediaId id,
        Person owner,
        Instant takenAt,
        Instant expiresAt,
        @Nullable Boolean seen) {}
