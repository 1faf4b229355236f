package dev.parley.cli.backup;

import java.util.Locale;

/** Amounts of bytes for people. */
public final class Size {

    private static final double THOUSAND = 1000;
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Size() {}

    /** Like 34.2 MB. */
    public static String of(long bytes) {
        var amount = bytes / THOUSAND;
        var unit = 0;
        while (amount >= THOUSAND && unit < UNITS.length - 1) {
            amount /= THOUSAND;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }
}
