package dev.parley.server.automation;

import static java.util.stream.Collectors.joining;

import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.server.bot.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job asks when it looks for people.
 *
 * @param action what it will do with them
 * @param source the kind of its source
 * @param name of the source, where it has one; of one of its people where it is a list
 * @param cursor where to go on; null at the beginning
 * @param next where to go on after this, for sources that Instagram does not list
 * @param people who they are, where that is known
 */
record Finding(
        JobAction action,
        String source,
        @Nullable String name,
        @Nullable String cursor,
        @Nullable String next,
        List<Person> people) {

    private static final String ACTION = "action";
    private static final String SOURCE = "source";
    private static final String NAME = "name";
    private static final String CURSOR = "cursor";
    private static final String NEXT = "next";
    private static final String PEOPLE = "people";

    static Finding of(Job job, @Nullable String name, @Nullable String next, List<Person> people) {
        return new Finding(
                job.order().action(),
                job.order().source().stored(),
                name,
                job.search().cursor(),
                next,
                people);
    }

    /** What a node of the version before has queued, names the hashtag only. */
    static Finding of(Action action) {
        var payload = action.payload();
        var name = payload.get(NAME);
        return new Finding(
                JobAction.of(payload.getOrDefault(ACTION, JobAction.FOLLOW.stored())),
                payload.getOrDefault(SOURCE, Hashtag.STORED),
                name == null ? action.target() : name,
                payload.get(CURSOR),
                payload.get(NEXT),
                payload.getOrDefault(PEOPLE, "")
                        .lines()
                        .map(line -> line.split(" ", 2))
                        .map(parts -> new Person(new PersonId(parts[0]), parts[1]))
                        .toList());
    }

    Map<String, String> payload() {
        var payload = new HashMap<>(Map.of(ACTION, action.stored(), SOURCE, source));
        put(payload, NAME, name);
        put(payload, CURSOR, cursor);
        put(payload, NEXT, next);
        if (!people.isEmpty()) {
            payload.put(
                    PEOPLE,
                    people.stream()
                            .map(person -> person.id() + " " + person.username())
                            .collect(joining("\n")));
        }
        return payload;
    }

    private static void put(Map<String, String> payload, String key, @Nullable String value) {
        if (value != null) {
            payload.put(key, value);
        }
    }

    String requireName() {
        if (name == null) {
            throw new IllegalStateException("the source " + source + " has no name");
        }
        return name;
    }
}
