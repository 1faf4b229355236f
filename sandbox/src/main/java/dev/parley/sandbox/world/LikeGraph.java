package dev.parley.sandbox.world;

import java.util.List;
import java.util.stream.IntStream;

/** Who likes the posts that the seed brings. Nothing is stored: they are a fixed step apart from each other, so nobody is met twice. */
public final class LikeGraph {
    private final People people;
    private final Dice dice;

    LikeGraph(People people, Dice dice) {
        this.people = people;
        this.dice = dice;
    }

    /** As many as the post was given likes; deleted people, whose likes still count, are among them. */
    public List<Person> likers(Post post) {
        Dice roll = dice.of(post.pk());
        int first = roll.of(1).below(People.COUNT);
        int step = 1 + roll.of(2).below(People.COUNT - 1);
        return IntStream.range(0, post.likes())
                .mapToObj(round -> people.all().get((int) ((first + (long) round * step) % People.COUNT)))
                .toList();
    }
}
