package dev.parley.sandbox.website.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A form as browsers send it. What cannot be read is left out. */
final class FormFields {

    private FormFields() {}

    static Map<String, String> read(byte[] body) {
        var fields = new HashMap<String, String>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                put(fields, pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        try {
            fields.put(
                    URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            // left out
        }
    }
}
