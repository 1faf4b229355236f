package dev.parley.instagram.http;

import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How long an answer asks to wait, in its Retry-After header. */
public final class RetryAfter {

    /** Longer demands are cut to this: a mistaken header must not stop an account for years. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private RetryAfter() {}

    public static @Nullable Duration in(Headers headers) {
        String value = headers.get("Retry-After");
        if (value == null) {
            return null;
        }
        try {
            return within(Duration.ofSeconds(Long.parseLong(value.strip())));
        } catch (NumberFormatException e) {
            return untilDate(headers);
        }
    }

    private static @Nullable Duration untilDate(Headers headers) {
        var until = headers.getInstant("Retry-After");
        var now = headers.getInstant("Date");
        return until == null || now == null ? null : within(Duration.between(now, until));
    }

    private static @Nullable Duration within(Duration asked) {
        if (asked.isNegative()) {
            return null;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
