package dev.parley.cli.instance;

import java.util.Locale;

/** How the server writes its log lines. */
public enum LogFormat {
    JSON,
    TEXT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }
}
