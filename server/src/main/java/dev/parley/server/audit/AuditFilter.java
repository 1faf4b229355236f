package dev.parley.server.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    List<String> conditions() {
        var conditions = new ArrayList<String>();
        add(conditions, action, "action = :action");
        add(conditions, refused, "(error_code is not null) = :refused");
        add(conditions, from, "created_at >= :from");
        add(conditions, to, "created_at < :to");
        add(conditions, q, "position(lower(:q) in lower(concat_ws(' ', user_name, subject, address))) > 0");
        return conditions;
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        put(parameters, "action", action);
        put(parameters, "refused", refused);
        put(parameters, "from", from == null ? null : Timestamp.from(from));
        put(parameters, "to", to == null ? null : Timestamp.from(to));
        put(parameters, "q", q);
        return parameters;
    }

    private static void add(List<String> conditions, @Nullable Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
