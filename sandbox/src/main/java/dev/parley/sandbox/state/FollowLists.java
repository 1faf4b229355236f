package dev.parley.sandbox.state;

import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.stream.Stream;

/** Who follows whom altogether: the seeded follows, and those that somebody asked for; the latter first, the newest of them first. */
public record FollowLists(SandboxState state) {

    public static FollowLists in(SandboxState state) {
        return new FollowLists(state);
    }

    public List<Person> followers(Person person) {
        return present(
                state.follows().followers(person.id()),
                isSeeded(person) ? state.world().follows().followers(person) : List.of());
    }

    public List<Person> following(Person person) {
        return present(
                state.follows().following(person.id()),
                isSeeded(person) ? state.world().follows().following(person) : List.of());
    }

    private List<Person> present(List<Long> asked, List<Person> seeded) {
        return Stream.concat(asked.reversed().stream().flatMap(id -> state.person(id).stream()), seeded.stream())
                .filter(person -> !person.deleted())
                .distinct()
                .toList();
    }

    private boolean isSeeded(Person person) {
        return state.world().people().withId(person.id()).isPresent();
    }
}
