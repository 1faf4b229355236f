package dev.parley.server.mailing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mailing that somebody wants.
 *
 * @param label those who have it get one as well; null for nobody but the people
 * @param firstContacts whether it may go to people who have not written first, if the workspace's owner allows it at all
 * @param spread over how long it is spread evenly
 */
record Wish(List<Named> people, @Nullable String label, Template template, boolean firstContacts, Duration spread) {

    /** The same, to these people as well. */
    Wish to(List<Named> others) {
        var all = new LinkedHashMap<String, Named>();
        Stream.concat(people.stream(), others.stream()).forEach(one -> all.putIfAbsent(one.username(), one));
        return new Wish(List.copyOf(all.values()), null, template, firstContacts, spread);
    }
}
