package dev.parley.bench;

import java.util.Locale;

/** Prints figures as they come. */
public final class Report {

    private Report() {}

    public static void title(String text) {
        System.out.printf("%n%s%n", text);
    }

    public static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, "  " + format + "%n", values);
    }
}
