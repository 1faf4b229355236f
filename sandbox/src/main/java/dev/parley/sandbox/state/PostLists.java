package dev.parley.sandbox.state;

import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people have posted altogether: the seed's posts, as far as hashtags list them, and what accounts have published. */
public record PostLists(SandboxState state) {
    /** The newest first; of the same time, always in the same order. */
    private static final Comparator<Post> NEWEST_FIRST =
            Comparator.comparing(Post::takenAt).thenComparing(Post::pk).reversed();

    public static PostLists in(SandboxState state) {
        return new PostLists(state);
    }

    public List<Post> of(Person owner) {
        return of(List.of(owner));
    }

    public List<Post> of(Collection<Person> owners) {
        var numbers = owners.stream().map(Person::id).collect(Collectors.toSet());
        Stream<Post> published = owners.stream()
                .flatMap(owner -> state.official().drafts().posts(owner.id()).stream())
                .flatMap(post -> state.post(post.draft().post()).stream());
        return Stream.concat(
                        published,
                        state.world().hashtags().by(numbers, state.clock().instant()).stream())
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
