package dev.parley.sandbox.app;

import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some people of a longer list. The cursor names the first of the next page and its place, so that somebody who joins the list
 * meanwhile shifts nothing.
 */
record PeoplePage(List<Person> people, @Nullable String next) {
    private static final int DEFAULT_COUNT = 50;
    private static final int MOST = 200;

    /** Nothing when the cursor is none of ours. */
    static Optional<PeoplePage> of(List<Person> all, AppRequest request) {
        List<Person> wanted = wanted(all, request.query("query").toLowerCase(Locale.ROOT));
        int start = start(wanted, request.query("max_id"));
        if (start < 0) {
            return Optional.empty();
        }
        int end = Math.min(start + Numbers.limit(request.query("count"), DEFAULT_COUNT, MOST), wanted.size());
        String next = end < wanted.size() ? end + "_" + wanted.get(end).id() : null;
        return Optional.of(new PeoplePage(wanted.subList(Math.min(start, end), end), next));
    }

    private static List<Person> wanted(List<Person> all, String query) {
        return query.isEmpty()
                ? all
                : all.stream()
                        .filter(person -> person.username().contains(query))
                        .toList();
    }

    private static int start(List<Person> people, String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        String[] parts = cursor.split("_", 2);
        long place = Numbers.idOrNone(parts[0]);
        if (place == Numbers.NO_ID || parts.length < 2) {
            return -1;
        }
        long id = Numbers.idOrNone(parts[1]);
        return IntStream.range(0, people.size())
                .filter(i -> people.get(i).id() == id)
                .findFirst()
                .orElse((int) Math.min(place, people.size()));
    }
}
