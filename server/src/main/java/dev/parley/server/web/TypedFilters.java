package dev.parley.server.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filters of a list as they stand in a page's form: texts, empty where they do not matter. Days are those of UTC. */
public final class TypedFilters {

    private final Map<String, String> given = new LinkedHashMap<>();

    public TypedFilters with(String name, @Nullable String typed) {
        if (typed != null && !typed.isBlank()) {
            given.put(name, typed.strip());
        }
        return this;
    }

    public boolean isEmpty() {
        return given.isEmpty();
    }

    public @Nullable String text(String name) {
        return given.get(name);
    }

    /** Refuses with VALIDATION_FAILED what is no such value. */
    public <T> @Nullable T value(String name, Function<String, T> parse) {
        var typed = given.get(name);
        try {
            return typed == null ? null : parse.apply(typed);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw Refusals.field(name, "is not a value of this kind");
        }
    }

    /** When the day begins. */
    public @Nullable Instant from(String name) {
        return value(name, TypedFilters::beginning);
    }

    /** When the day is over. */
    public @Nullable Instant to(String name) {
        return value(name, day -> beginning(day).plus(Duration.ofDays(1)));
    }

    private static Instant beginning(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** As the end of an address, with its question mark; empty without any filter. */
    public String query() {
        return isEmpty() ? "" : "?" + pairs();
    }

    /** The address of the next part of the list. */
    public String next(String base, String cursor) {
        return base + "?" + (isEmpty() ? "" : pairs() + "&") + "cursor=" + cursor;
    }

    private String pairs() {
        return given.entrySet().stream()
                .map(filter -> filter.getKey() + "=" + URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
