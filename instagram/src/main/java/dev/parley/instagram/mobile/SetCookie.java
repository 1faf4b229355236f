package dev.parley.instagram.mobile;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the cookies that a session needs, as an answer sets it. */
record SetCookie(String name, String value, boolean removed) {

    private static final Set<String> ESSENTIAL = Set.of("sessionid", "csrftoken", "ds_user_id", "rur", "mid");

    /** Null for cookies that are not needed and for what is no cookie. */
    static @Nullable SetCookie parse(String header) {
        int end = header.indexOf(';');
        String pair = end < 0 ? header : header.substring(0, end);
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return null;
        }
        String name = pair.substring(0, equals).strip();
        String value = pair.substring(equals + 1).strip();
        String attributes = end < 0 ? "" : header.substring(end);
        return ESSENTIAL.contains(name) ? new SetCookie(name, value, removed(value, attributes)) : null;
    }

    private static boolean removed(String value, String attributes) {
        return value.isEmpty()
                || value.equals("\"\"")
                || attributes.toLowerCase(Locale.ROOT).replace(" ", "").contains(";max-age=0");
    }

    @Override
    public String toString() {
        return "SetCookie[name=" + name + "]";
    }
}
