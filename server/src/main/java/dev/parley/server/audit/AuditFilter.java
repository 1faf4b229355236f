package dev.parley.server.audit;

import dev.parley.server.tenancy.Conditions;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines; what is null does not matter.
 *
 * @param refused whether only what was refused, or only what was not
 * @param q in the names of whoever did it or had it done to them, or in the address
 */
record AuditFilter(
        @Nullable String action,
        @Nullable Boolean refused,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String q) {

    Conditions conditions() {
        return new Conditions()
                .and("action = :action", "action", action)
                .and("(error_code is not null) = :refused", "refused", refused)
                .and("created_at >= :from", "from", from == null ? null : Timestamp.from(from))
                .and("created_at < :to", "to", to == null ? null : Timestamp.from(to))
                .and("position(lower(:q) in lower(concat_ws(' ', user_name, subject, address))) > 0", "q", q);
    }
}
