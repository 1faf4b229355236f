package dev.parley.sandbox.app;

import dev.parley.sandbox.http.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The three ways in which the app sends fields: a form, JSON as it is, and JSON in the form field {@code signed_body} behind a
 * signature (a literal word or a hash, which nobody checks any more) and a dot.
 */
final class Body {
    private static final String SIGNED = "signed_body";

    private Body() {}

    static Map<String, String> fields(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.startsWith("{")) {
            return json(text);
        }
        Map<String, String> form = form(text);
        String signed = form.get(SIGNED);
        return signed == null ? form : json(signed.substring(signed.indexOf('.') + 1));
    }

    private static Map<String, String> form(String text) {
        var fields = new HashMap<String, String>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedBody(e);
        }
    }

    private static Map<String, String> json(String text) {
        try {
            var fields = new HashMap<String, String>();
            for (Map.Entry<String, JsonNode> field : Json.read(text).properties()) {
                JsonNode value = field.getValue();
                fields.put(field.getKey(), value.isString() ? value.stringValue() : value.toString());
            }
            return fields;
        } catch (JacksonException e) {
            throw new MalformedBody(e);
        }
    }
}
