package dev.parley.server.message;

import dev.parley.server.web.Wrong;
import java.util.Locale;
import java.util.regex.Pattern;

/** A username as people type it. */
final class TypedRecipient {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9._]{1,30}");

    private TypedRecipient() {}

    /** Refuses with VALIDATION_FAILED what can be no username of Instagram. */
    static String parse(String typed) {
        var username = typed.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        if (!ALLOWED.matcher(username).matches()) {
            throw Wrong.refusal("recipient", "must be a username: at most 30 letters, digits, points and underscores");
        }
        return username;
    }
}
