package dev.parley.instagram.graph;

import java.time.Duration;
import java.util.List;

/**
 * How much of what may be asked is used up, as the newest answer told. All numbers are whole percents; at 100 Instagram refuses.
 *
 * @param app of what the app may ask in all
 * @param business of what it may ask for one account, by kind of call; at most 32
 */
public record Usage(Share app, List<Business> business) {

    /** No answer has told yet: Instagram does so only once enough calls were made. */
    public static final Usage UNKNOWN = new Usage(new Share(0, 0, 0), List.of());

    public Usage {
        business = List.copyOf(business);
    }

    /** Calls, and the time they took at Instagram. */
    public record Share(int calls, int time, int cpuTime) {

        int highest() {
            return Math.max(calls, Math.max(time, cpuTime));
        }
    }

    /**
     * @param id the account or page
     * @param type Instagram's word for the kind of call, for example {@code instagram} or {@code messenger}
     * @param pause how long until calls are taken again; zero while they are
     */
    public record Business(String id, String type, Share share, Duration pause) {}

    /** The highest percentage of all. */
    public int highest() {
        return business.stream().mapToInt(use -> use.share().highest()).reduce(app.highest(), Math::max);
    }

    /** The longest time to wait; zero while calls are taken. */
    public Duration pause(Duration atMost) {
        Duration longest = business.stream().map(Business::pause).reduce(Duration.ZERO, Usage::longer);
        return longest.compareTo(atMost) > 0 ? atMost : longest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
