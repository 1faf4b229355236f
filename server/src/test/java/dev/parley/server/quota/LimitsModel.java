package dev.parley.server.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What must hold of limits, without a database, minutes and plans: a list of uses, and the numbers that are in force. */
final class LimitsModel {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_WEEK = Duration.ofDays(7);
    /** A use may count until the minute that it was in is over. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /**
     * @param at as if time had really passed
     * @param passedThen how much had passed then
     */
    record Use(int account, Instant at, Duration passedThen) {

        /** Where the ledger has it after all that has passed. */
        Instant storedAt(Duration passed) {
            return at.minus(passed);
        }
    }

    private record Bound(int limit, LimitedBy by) {}

    private final List<Use> uses = new ArrayList<>();
    private final Map<LimitedBy, Limit> ofAll = new EnumMap<>(LimitedBy.class);
    private final Map<Integer, Limit> ofAccounts = new HashMap<>();
    private final Map<Integer, Boolean> waived = new HashMap<>();
    private List<Integer> percents = List.of();
    private Instant connectedAt = Instant.EPOCH;
    private Duration passed = Duration.ZERO;
    private int granted;

    void connected(Instant at) {
        connectedAt = at;
    }

    void limit(LimitedBy by, int account, Limit limit) {
        if (by == LimitedBy.ACCOUNT) {
            ofAccounts.put(account, limit);
        } else {
            ofAll.put(by, limit);
        }
    }

    void warmUp(List<Integer> weeks) {
        percents = weeks;
    }

    void waive(int account, boolean usedForLong) {
        waived.put(account, usedForLong);
    }

    void pass(Duration length) {
        passed = passed.plus(length);
    }

    Duration passed() {
        return passed;
    }

    void used(int account, Instant at) {
        uses.add(new Use(account, at.plus(passed), passed));
        granted++;
    }

    int granted() {
        return granted;
    }

    Optional<Use> anyUse(Random random) {
        return uses.isEmpty() ? Optional.empty() : Optional.of(uses.get(random.nextInt(uses.size())));
    }

    void givenBack(Use use) {
        uses.remove(use);
    }

    /** The window that holds more than it may; none is what must be. */
    Optional<String> exceeded(int account, Instant at) {
        var hour = hour(account, at);
        var day = day(account, at);
        if (counted(account, at, AN_HOUR) > hour.limit()) {
            return Optional.of("more than %s in an hour".formatted(hour));
        }
        return counted(account, at, A_DAY) > day.limit()
                ? Optional.of("more than %s in 24 hours".formatted(day))
                : Optional.empty();
    }

    /** Whether a refusal is right: there is no room even if what is almost forgotten counts. */
    boolean isExhausted(int account, Instant at) {
        return counted(account, at, AN_HOUR.plus(A_MINUTE)) >= hour(account, at).limit()
                || counted(account, at, A_DAY.plus(A_MINUTE))
                        >= day(account, at).limit();
    }

    boolean isShut(int account, Instant at) {
        return hour(account, at).limit() == 0 || day(account, at).limit() == 0;
    }

    private long counted(int account, Instant at, Duration span) {
        var from = at.plus(passed).minus(span);
        return uses.stream()
                .filter(use -> use.account() == account && use.at().isAfter(from))
                .count();
    }

    Set<LimitedBy> hourLimitedBy(int account, Instant from, Instant to) {
        return Set.copyOf(List.of(hour(account, from).by(), hour(account, to).by()));
    }

    Set<LimitedBy> dayLimitedBy(int account, Instant from, Instant to) {
        return Set.copyOf(List.of(day(account, from).by(), day(account, to).by()));
    }

    private Bound hour(int account, Instant at) {
        return warmed(lowest(account, Limit::perHour), account, at);
    }

    private Bound day(int account, Instant at) {
        return warmed(lowest(account, Limit::perDay), account, at);
    }

    private Bound lowest(int account, Function<Limit, @Nullable Integer> span) {
        var all = new EnumMap<>(ofAll);
        Optional.ofNullable(ofAccounts.get(account)).ifPresent(own -> all.put(LimitedBy.ACCOUNT, own));
        Bound lowest = null;
        for (var one : all.entrySet()) {
            var limit = span.apply(one.getValue());
            if (limit != null && (lowest == null || limit < lowest.limit())) {
                lowest = new Bound(limit, one.getKey());
            }
        }
        return Objects.requireNonNull(lowest);
    }

    private Bound warmed(Bound lowest, int account, Instant at) {
        var week = Duration.between(connectedAt, at.plus(passed)).dividedBy(A_WEEK);
        if (lowest.limit() == 0 || week >= percents.size() || waived.getOrDefault(account, false)) {
            return lowest;
        }
        var share = Math.max(1, lowest.limit() * percents.get((int) week) / 100);
        return share < lowest.limit() ? new Bound(share, LimitedBy.WARM_UP) : lowest;
    }
}
