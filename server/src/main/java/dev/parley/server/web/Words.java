package dev.parley.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times and numbers as people say them. */
public final class Words {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final Duration A_MONTH = Duration.ofDays(30);
    /** Below two of a unit the smaller one says more: 90 minutes, not 1 hour. */
    private static final int FEW = 2;

    private Words() {}

    /** How long ago, or in how long; the day where that is a month away. */
    public static String relative(Instant now, Instant at) {
        var distance = Duration.between(at, now);
        if (distance.abs().compareTo(A_MOMENT) < 0) {
            return "just now";
        }
        if (distance.abs().compareTo(A_MONTH) > 0) {
            return DAY.format(at);
        }
        return distance.isNegative() ? "in " + duration(distance.abs()) : duration(distance) + " ago";
    }

    public static String exactly(Instant at) {
        return EXACT.format(at);
    }

    /** In its largest unit of which there are some. */
    public static String duration(Duration length) {
        if (length.toDays() >= FEW) {
            return count(length.toDays(), "day");
        }
        if (length.toHours() >= FEW) {
            return count(length.toHours(), "hour");
        }
        return length.toMinutes() >= FEW
                ? count(length.toMinutes(), "minute")
                : count(length.truncatedTo(ChronoUnit.SECONDS).toSeconds(), "second");
    }

    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** With the plural's s where it is not one. */
    public static String count(long number, String thing) {
        return number(number) + " " + (number == 1 ? thing : thing + "s");
    }

    /** A name of the program, such as {@code follow-hashtag}, as a person reads it. */
    public static String plain(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return "";
        }
        var words = name.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
