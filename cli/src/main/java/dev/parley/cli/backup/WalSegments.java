package dev.parley.cli.backup;

import java.util.List;
import java.util.stream.LongStream;

/** The names of PostgreSQL's files of changes: timeline, number, and segment of that number, eight hexadecimal digits each. */
final class WalSegments {

    private static final int DIGITS = 8;
    private static final int HEX = 16;

    private WalSegments() {}

    /** All from the first to the last one, which are of one timeline. */
    static List<String> between(String first, String last, long segmentsPerNumber) {
        var timeline = first.substring(0, DIGITS);
        return LongStream.rangeClosed(position(first, segmentsPerNumber), position(last, segmentsPerNumber))
                .mapToObj(at -> "%s%08X%08X".formatted(timeline, at / segmentsPerNumber, at % segmentsPerNumber))
                .toList();
    }

    private static long position(String name, long segmentsPerNumber) {
        var number = Long.parseLong(name, DIGITS, 2 * DIGITS, HEX);
        return number * segmentsPerNumber + Long.parseLong(name, 2 * DIGITS, name.length(), HEX);
    }
}
