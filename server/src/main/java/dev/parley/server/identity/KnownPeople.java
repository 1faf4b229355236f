package dev.parley.server.identity;

import dev.parley.server.core.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** People whom others may be told about, because they share a workspace with them. */
@Component
public class KnownPeople {

    private final People people;

    KnownPeople(People people) {
        this.people = people;
    }

    public Map<UserId, Person> of(Collection<UserId> users) {
        return people.all(users).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }
}
