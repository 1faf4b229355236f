package dev.parley.instagram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a session can be used, as far as is known without asking.
 *
 * @param until null if no end is known
 * @param renewableFrom when {@link Driver#renew} can prolong it, until it ends; null if never
 */
public record SessionValidity(
        @Nullable Instant until, @Nullable Instant renewableFrom) {

    /** No end is known. */
    public static final SessionValidity UNKNOWN = new SessionValidity(null, null);

    /** Whether renewing is of use at this time. */
    public boolean renewable(Instant now) {
        return renewableFrom != null && !now.isBefore(renewableFrom) && (until == null || now.isBefore(until));
    }
}
