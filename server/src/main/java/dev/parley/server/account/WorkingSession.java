package dev.parley.server.account;

import dev.parley.instagram.SessionSnapshot;
import dev.parley.server.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session that is believed to work, as it is stored.
 *
 * @param mustBeChecked whether Instagram has to be asked before it is used: it has expired, or nobody used it lately
 */
public record WorkingSession(
        AccountId account,
        SessionSnapshot snapshot,
        @Nullable Instant lastUsed,
        boolean mustBeChecked) {

    boolean usedSince(Instant moment) {
        return lastUsed != null && lastUsed.isAfter(moment);
    }
}
