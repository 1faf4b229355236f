package dev.parley.sandbox.state;

import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Who likes a post altogether: those who asked for it, and after them those whom the seed brings. */
public record PostLikers(SandboxState state) {

    public static PostLikers in(SandboxState state) {
        return new PostLikers(state);
    }

    public List<Person> of(Post post) {
        Stream<Person> asked = state.likes().likers(post.pk()).stream()
                .sorted(Comparator.reverseOrder())
                .flatMap(id -> state.person(id).stream());
        return Stream.concat(asked, state.world().likes().likers(post).stream())
                .filter(person -> !person.deleted())
                .distinct()
                .toList();
    }
}
