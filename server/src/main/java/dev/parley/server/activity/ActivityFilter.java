package dev.parley.server.activity;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Conditions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which activities; what is null does not matter.
 *
 * @param job found quickly together with its account alone
 */
public record ActivityFilter(
        @Nullable AccountId account,
        @Nullable UUID job,
        @Nullable UserId user,
        @Nullable String action,
        @Nullable String status,
        @Nullable String errorCode,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String q) {

    public static final ActivityFilter ALL = new ActivityFilter(null, null, null, null, null, null, null, null, null);

    public static ActivityFilter of(UserId user) {
        return new ActivityFilter(null, null, user, null, null, null, null, null, null);
    }

    Conditions conditions() {
        return new Conditions()
                .and("account_id = :account", "account", account == null ? null : account.value())
                .and("metadata ->> 'job_id' = :job", "job", job == null ? null : job.toString())
                .and("user_id = :user", "user", user == null ? null : user.value())
                .and("action = :action", "action", action)
                .and("status = :status", "status", status == null ? null : status.toLowerCase(Locale.ROOT))
                .and("error_code = :errorCode", "errorCode", errorCode)
                .and("created_at >= :from", "from", from == null ? null : Timestamp.from(from))
                .and("created_at < :to", "to", to == null ? null : Timestamp.from(to))
                .and("""
                        position(lower(:q) in lower(concat_ws(' ', subject, error_message, account_name, user_name, action))) > 0
                        """, "q", q);
    }
}
