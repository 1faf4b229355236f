package dev.parley.sandbox.app;

/** Numbers in paths and fields, which anybody may send. */
final class Numbers {
    /** An id that nobody has. */
    static final long NO_ID = -1;

    private static final int MOST_DIGITS = 18;

    private Numbers() {}

    static long idOrNone(String text) {
        return idOrNone(text, MOST_DIGITS);
    }

    /** Ids of posts fill the 63 bits of a long. */
    static long postIdOrNone(String text) {
        return idOrNone(text, MOST_DIGITS + 1);
    }

    /** The number before the first underscore: of {@code pk_owner} the pk. */
    static long mediaIdOrNone(String text) {
        return postIdOrNone(text.split("_", 2)[0]);
    }

    /** How many of something are wanted: a number of at least one, or the default, and never more than the most. */
    static int limit(String text, int byDefault, int most) {
        long wanted = idOrNone(text);
        return wanted < 1 ? byDefault : (int) Math.min(wanted, most);
    }

    private static long idOrNone(String text, int mostDigits) {
        boolean digits =
                !text.isEmpty() && text.length() <= mostDigits && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            return NO_ID;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException beyondLong) {
            return NO_ID;
        }
    }
}
