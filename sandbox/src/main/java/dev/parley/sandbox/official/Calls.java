package dev.parley.sandbox.official;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many calls were made for each account in the present day. Forgotten with the process. Thread-safe. */
public final class Calls {
    private static final int ALLOWED_A_DAY = 4_800;
    private static final int PERCENT = 100;

    private final Map<Long, Day> byAccount = new ConcurrentHashMap<>();

    /** Counts one more; how much of what is allowed is used up, in whole percents. */
    public int percent(long account, long now) {
        long today = now / Duration.ofDays(1).toMillis();
        Day day = byAccount.merge(
                account, new Day(today, 1), (known, one) -> known.number == today ? known.oneMore() : one);
        return day.calls * PERCENT / ALLOWED_A_DAY;
    }

    private record Day(long number, int calls) {

        Day oneMore() {
            return new Day(number, calls + 1);
        }
    }
}
