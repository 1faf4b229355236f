package dev.parley.server.audit;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filters as they stand in the page's form: texts, empty where they do not matter. Days are those of UTC. */
public record AuditSearch(
        @Nullable String action,
        @Nullable String refused,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q) {

    /** Refuses with VALIDATION_FAILED what is no day. */
    AuditFilter filter() {
        return new AuditFilter(
                given(action),
                given(refused) == null ? null : true,
                parsed("from", from, AuditSearch::beginning),
                parsed("to", to, day -> beginning(day).plus(Duration.ofDays(1))),
                given(q));
    }

    public boolean isEmpty() {
        return asked().isEmpty();
    }

    /** As the end of an address, with its question mark; empty without any filter. */
    public String query() {
        return isEmpty() ? "" : "?" + pairs();
    }

    String next(String base, String cursor) {
        return base + "?" + (isEmpty() ? "" : pairs() + "&") + "cursor=" + cursor;
    }

    private String pairs() {
        return asked().entrySet().stream()
                .map(filter -> filter.getKey() + "=" + URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        put(asked, "action", action);
        put(asked, "refused", refused);
        put(asked, "from", from);
        put(asked, "to", to);
        put(asked, "q", q);
        return asked;
    }

    private static void put(Map<String, String> asked, String name, @Nullable String typed) {
        var given = given(typed);
        if (given != null) {
            asked.put(name, given);
        }
    }

    private static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static <T> @Nullable T parsed(String field, @Nullable String typed, Function<String, T> parse) {
        var given = given(typed);
        try {
            return given == null ? null : parse.apply(given);
        } catch (DateTimeParseException wrong) {
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED,
                    "The filter “" + field + "” is not a day.",
                    Refusal.of(List.of(new BotException.Field(field, "is not a day"))));
        }
    }

    private static Instant beginning(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
