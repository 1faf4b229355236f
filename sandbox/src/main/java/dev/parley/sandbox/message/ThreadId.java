package dev.parley.sandbox.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conversation between two, whoever began it. As text it has 39 digits, more than 64 bits hold, as Instagram's have.
 *
 * @param lower the smaller of the two ids of people
 */
public record ThreadId(long lower, long higher) {
    private static final String BEGINNING = "340282366841710";
    private static final Pattern TEXT = Pattern.compile(BEGINNING + "(\\d{12})(\\d{12})");

    public static ThreadId between(long one, long other) {
        return new ThreadId(Math.min(one, other), Math.max(one, other));
    }

    /** Nothing when the text is no such id. */
    public static Optional<ThreadId> of(String text) {
        Matcher digits = TEXT.matcher(text);
        return digits.matches()
                ? Optional.of(new ThreadId(Long.parseLong(digits.group(1)), Long.parseLong(digits.group(2))))
                : Optional.empty();
    }

    public boolean includes(long person) {
        return person == lower || person == higher;
    }

    /** The one who is not this one. */
    public long other(long person) {
        return person == lower ? higher : lower;
    }

    /** The digits that Instagram would show. */
    public String text() {
        return BEGINNING + "%012d%012d".formatted(lower, higher);
    }
}
