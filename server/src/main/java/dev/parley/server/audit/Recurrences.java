package dev.parley.server.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.server.core.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Of what somebody is refused again and again, only so many lines a minute are written by each node, so that a flood cannot fill the
 * trail; the rest is counted, and told with the next line.
 */
@Component
class Recurrences {

    static final int OF_ONE_PERSON = 20;
    private static final int OF_ALL_STRANGERS = 300;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_KNOWN = 10_000;

    /** The same, as far as counting goes. */
    private record Kind(@Nullable UserId who, String action, String code) {}

    /** @param told how many were left out before the line that is written now; null if none is */
    private record Window(
            Instant since,
            int written,
            int leftOut,
            @Nullable Integer told) {

        Window next(Instant now, int most) {
            if (!now.isBefore(since.plus(WINDOW))) {
                return new Window(now, 1, 0, leftOut);
            }
            return written < most
                    ? new Window(since, written + 1, leftOut, 0)
                    : new Window(since, written, leftOut + 1, null);
        }
    }

    private final Clock clock;
    private final Cache<Kind, Window> windows = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterAccess(KEPT)
            .build();

    Recurrences(Clock clock) {
        this.clock = clock;
    }

    /** How many were left out before this one, which is written; empty if it is left out itself. */
    OptionalInt next(@Nullable UserId who, String action, String code) {
        var now = clock.instant();
        var most = who == null ? OF_ALL_STRANGERS : OF_ONE_PERSON;
        var window = windows.asMap()
                .compute(
                        new Kind(who, action, code),
                        (kind, before) -> before == null ? new Window(now, 1, 0, 0) : before.next(now, most));
        return window.told() == null ? OptionalInt.empty() : OptionalInt.of(window.told());
    }
}
