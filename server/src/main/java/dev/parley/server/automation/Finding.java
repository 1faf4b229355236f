package dev.parley.server.automation;

import dev.parley.server.bot.Action;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job asks when it looks for people.
 *
 * @param action what it will do with them
 * @param source the kind of its source
 * @param name of the source, where it has one
 * @param cursor where to go on; null at the beginning
 */
record Finding(
        JobAction action,
        String source,
        @Nullable String name,
        @Nullable String cursor) {

    private static final String ACTION = "action";
    private static final String SOURCE = "source";
    private static final String NAME = "name";
    private static final String CURSOR = "cursor";

    static Finding of(Job job) {
        var source = job.order().source();
        return new Finding(
                job.order().action(),
                source.stored(),
                source.name(),
                job.search().cursor());
    }

    /** What a node of the version before has queued, names the hashtag only. */
    static Finding of(Action action) {
        var payload = action.payload();
        return new Finding(
                JobAction.of(payload.getOrDefault(ACTION, JobAction.FOLLOW.stored())),
                payload.getOrDefault(SOURCE, Hashtag.STORED),
                payload.getOrDefault(NAME, action.target()),
                payload.get(CURSOR));
    }

    Map<String, String> payload() {
        var payload = new HashMap<>(Map.of(ACTION, action.stored(), SOURCE, source));
        if (name != null) {
            payload.put(NAME, name);
        }
        if (cursor != null) {
            payload.put(CURSOR, cursor);
        }
        return payload;
    }

    String requireName() {
        if (name == null) {
            throw new IllegalStateException("the source " + source + " has no name");
        }
        return name;
    }
}
