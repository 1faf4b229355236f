package dev.parley.server.message;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many messages there are in each state.
 *
 * @param silenced those of the cancelled ones whose recipients may not be written to any more
 */
public record Counts(Map<MessageStatus, Integer> all, int silenced) {

    public static final Counts NONE = new Counts(Map.of(), 0);

    public Counts {
        all = Map.copyOf(all);
    }

    /** @param withReason of the cancelled ones, only those whose recipients may not be written to have a reason */
    static Counts of(MessageStatus status, int messages, int withReason) {
        return new Counts(Map.of(status, messages), status == MessageStatus.CANCELLED ? withReason : 0);
    }

    Counts plus(Counts others) {
        var sum = new EnumMap<MessageStatus, Integer>(MessageStatus.class);
        sum.putAll(all);
        others.all.forEach((status, messages) -> sum.merge(status, messages, Integer::sum));
        return new Counts(sum, silenced + others.silenced);
    }

    public int in(MessageStatus status) {
        return all.getOrDefault(status, 0);
    }
}
