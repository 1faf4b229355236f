package dev.parley.server.contact;

import dev.parley.server.core.AccountId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which people; what is null does not matter.
 *
 * @param account the one that knows them
 * @param q part of their username
 * @param wrote whether they have ever written to an account
 */
record ContactFilter(
        @Nullable AccountId account,
        @Nullable String label,
        @Nullable String q,
        @Nullable Boolean wrote) {

    ContactFilter {
        label = label == null || label.isBlank() ? null : Labels.normalised(label);
    }

    @Nullable
    String name() {
        return q == null || q.isBlank()
                ? null
                : q.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
    }
}
