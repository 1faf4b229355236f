package dev.parley.instagram.graph;

import dev.parley.instagram.CommentId;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.PersonId;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes values from answers, whatever their type turns out to be: what cannot be read counts as absent. */
final class Fields {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");

    private Fields() {}

    /** Digits of numbers as they are, however large. */
    static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() || value.isNumber() ? value.asString() : null;
    }

    static String textOrEmpty(JsonNode json, String name) {
        String text = text(json, name);
        return text == null ? "" : text;
    }

    static @Nullable Integer count(JsonNode json, String name) {
        Long number = number(json, name);
        return number == null || number < 0 || number > Integer.MAX_VALUE ? null : Integer.valueOf(number.intValue());
    }

    static @Nullable Long number(JsonNode json, String name) {
        String text = text(json, name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static @Nullable Boolean flag(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isBoolean() ? value.booleanValue() : null;
    }

    static boolean isTrue(JsonNode json, String name) {
        return Boolean.TRUE.equals(flag(json, name));
    }

    /** A time as the API writes it: {@code 2025-07-28T22:44:49+0000}. */
    static @Nullable Instant time(JsonNode json, String name) {
        String text = text(json, name);
        try {
            return text == null ? null : OffsetDateTime.parse(text, TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable URI address(JsonNode json, String name) {
        String text = text(json, name);
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    static @Nullable PersonId person(JsonNode json, String name) {
        return id(json, name, PersonId::new);
    }

    static @Nullable MessageId message(JsonNode json, String name) {
        return id(json, name, MessageId::new);
    }

    static @Nullable MediaId media(JsonNode json, String name) {
        return id(json, name, MediaId::new);
    }

    static @Nullable CommentId comment(JsonNode json, String name) {
        return id(json, name, CommentId::new);
    }

    static <T> @Nullable T id(JsonNode json, String name, Function<String, T> kind) {
        String text = text(json, name);
        try {
            return text == null ? null : kind.apply(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Facts: some answers come as the documentation prints them, {@code {"data":[{…}]}}, others flat. */
    static JsonNode unwrapped(JsonNode json) {
        JsonNode data = json.path("data");
        return data.isArray() && !data.isEmpty() ? data.get(0) : json;
    }
}
