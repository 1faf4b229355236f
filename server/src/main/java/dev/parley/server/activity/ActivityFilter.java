package dev.parley.server.activity;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    List<String> conditions() {
        var conditions = new ArrayList<String>();
        add(conditions, account, "account_id = :account");
        add(conditions, job, "metadata ->> 'job_id' = :job");
        add(conditions, user, "user_id = :user");
        add(conditions, action, "action = :action");
        add(conditions, status, "status = :status");
        add(conditions, errorCode, "error_code = :errorCode");
        add(conditions, from, "created_at >= :from");
        add(conditions, to, "created_at < :to");
        add(conditions, q, """
                position(lower(:q) in lower(concat_ws(' ', subject, error_message, account_name, user_name, action))) > 0
                """);
        return conditions;
    }

    private static void add(List<String> conditions, @Nullable Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        put(parameters, "account", account == null ? null : account.value());
        put(parameters, "job", job == null ? null : job.toString());
        put(parameters, "user", user == null ? null : user.value());
        put(parameters, "action", action);
        put(parameters, "status", status == null ? null : status.toLowerCase(Locale.ROOT));
        put(parameters, "errorCode", errorCode);
        put(parameters, "from", from == null ? null : Timestamp.from(from));
        put(parameters, "to", to == null ? null : Timestamp.from(to));
        put(parameters, "q", q);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
