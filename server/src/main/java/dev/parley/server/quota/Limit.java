package dev.parley.server.quota;

import org.jspecify.annotations.Nullable;

/**
 * How often an action may be done in an hour and in a day.
 *
 * @param perHour null where the hour is not limited
 * @param perDay null where the day is not limited
 */
public record Limit(
        String action, @Nullable Integer perHour, @Nullable Integer perDay) {

    boolean limitsSomething() {
        return perHour != null || perDay != null;
    }
}
