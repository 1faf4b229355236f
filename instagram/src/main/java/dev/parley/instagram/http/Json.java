package dev.parley.instagram.http;

import dev.parley.instagram.MediaId;
import dev.parley.instagram.PersonId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads values of a stream, whatever their type turns out to be: an unexpected type counts as an absent value. Each method
 * starts at a value's first token and ends at its last.
 */
public final class Json {

    private Json() {}

    public static void eachField(JsonParser json, Consumer<String> read) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            read.accept(name);
        }
    }

    public static void eachItem(JsonParser json, Runnable read) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            read.run();
        }
    }

    public static @Nullable String text(JsonParser json) {
        JsonToken token = json.currentToken();
        if (token == null || !token.isScalarValue()) {
            json.skipChildren();
            return null;
        }
        return token == JsonToken.VALUE_NULL ? null : json.getString();
    }

    public static boolean flag(JsonParser json) {
        return "true".equals(text(json));
    }

    public static @Nullable Long number(JsonParser json) {
        String text = text(json);
        if (text == null) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Counts beyond the range are as good as absent. */
    public static @Nullable Integer count(JsonParser json) {
        Long number = number(json);
        return number == null || number < 0 || number > Integer.MAX_VALUE ? null : Integer.valueOf(number.intValue());
    }

    public static @Nullable PersonId person(JsonParser json) {
        return person(text(json));
    }

    public static @Nullable PersonId person(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return new PersonId(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public static @Nullable MediaId media(JsonParser json) {
        String text = text(json);
        if (text == null) {
            return null;
        }
        try {
            return new MediaId(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
