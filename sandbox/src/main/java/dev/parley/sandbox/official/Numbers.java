package dev.parley.sandbox.official;

import java.util.OptionalLong;

/**
 * How the official API numbers what the app and the website number otherwise. Each range can be told from the others, and each number can be
 * turned back.
 */
public final class Numbers {
    private static final int DIGITS = 17;
    private static final long ACCOUNTS = 17_841_400_000_000_000L;
    private static final long ACCOUNTS_END = 17_842_000_000_000_000L;
    private static final long APP_SCOPED = 24_000_000_000_000_000L;
    private static final long PAGES = 1_000_000_000_000L;
    private static final long PEOPLE = 1_000_000_000_000_000L;
    /** More than there are accounts, so that a person's number tells whose it is. */
    private static final long PEOPLE_STEP = 600_011;

    private static final long PEOPLE_END = 9_000_000_000_000_000L;
    private static final long HASHTAGS = 17_843_000_000_000_000L;
    private static final long MEDIA = 18_000_000_000_000_000L;
    private static final long MEDIA_END = 18_100_000_000_000_000L;
    private static final long FIRST_POST = 3_100_000_000_000_000_000L;

    private Numbers() {}

    /** An account as a business: {@code 1784…}. */
    public static String account(long account) {
        return Long.toString(ACCOUNTS + account);
    }

    public static OptionalLong accountIn(String number) {
        long value = valueOf(number);
        return value > ACCOUNTS && value < ACCOUNTS_END ? OptionalLong.of(value - ACCOUNTS) : OptionalLong.empty();
    }

    /** An account as one app sees it, which is another number. */
    public static String appScoped(long account) {
        return Long.toString(APP_SCOPED + account);
    }

    public static String page(long account) {
        return Long.toString(PAGES + account);
    }

    public static OptionalLong pageIn(String number) {
        long value = valueOf(number);
        return value > PAGES && value < 2 * PAGES ? OptionalLong.of(value - PAGES) : OptionalLong.empty();
    }

    /** A person as one account sees them: for another account the number is another. */
    public static String person(long person, long account) {
        return Long.toString(PEOPLE + person * PEOPLE_STEP + account % PEOPLE_STEP);
    }

    /** Empty unless it is a person as this account sees them. */
    public static OptionalLong personIn(String number, long account) {
        long rest = valueOf(number) - PEOPLE - account % PEOPLE_STEP;
        boolean fits = rest > 0 && rest < PEOPLE_END && rest % PEOPLE_STEP == 0;
        return fits ? OptionalLong.of(rest / PEOPLE_STEP) : OptionalLong.empty();
    }

    public static String media(long pk) {
        return Long.toString(MEDIA + pk - FIRST_POST);
    }

    public static OptionalLong mediaIn(String number) {
        long value = valueOf(number);
        return value >= MEDIA && value < MEDIA_END ? OptionalLong.of(value - MEDIA + FIRST_POST) : OptionalLong.empty();
    }

    public static String hashtag(int tag) {
        return Long.toString(HASHTAGS + tag);
    }

    public static OptionalLong hashtagIn(String number) {
        long value = valueOf(number);
        return value >= HASHTAGS && value < HASHTAGS + PEOPLE_STEP
                ? OptionalLong.of(value - HASHTAGS)
                : OptionalLong.empty();
    }

    /** Nothing else than up to seventeen digits is one of these numbers. */
    private static long valueOf(String number) {
        boolean digits =
                !number.isEmpty() && number.length() <= DIGITS && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(number) : -1;
    }
}
