package dev.parley.instagram.mobile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The query of an address, in order. */
final class Query {

    private final StringBuilder text = new StringBuilder();

    /** Adds a parameter; an unknown value leaves it out. */
    Query with(String name, @Nullable String value) {
        if (value != null) {
            text.append(text.isEmpty() ? '?' : '&').append(name).append('=');
            text.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return this;
    }

    /** With its question mark; empty if there is nothing to ask. */
    @Override
    public String toString() {
        return text.toString();
    }
}
