package dev.parley.sandbox.world;

/** All that a seed decides. Made in well under a second; memory does not grow with use. Thread-safe. */
public final class World {
    private static final int PEOPLE = 1;
    private static final int FOLLOWS = 2;
    private static final int HASHTAGS = 3;
    private static final int STORIES = 4;
    private static final int LIKES = 5;

    private final People people;
    private final FollowGraph follows;
    private final Hashtags hashtags;
    private final Stories stories;
    private final LikeGraph likes;

    public World(long seed) {
        var dice = new Dice(seed);
        people = new People(dice.of(PEOPLE));
        follows = new FollowGraph(people, dice.of(FOLLOWS));
        hashtags = new Hashtags(people, dice.of(HASHTAGS));
        stories = new Stories(people, dice.of(STORIES));
        likes = new LikeGraph(people, dice.of(LIKES));
    }

    public People people() {
        return people;
    }

    public FollowGraph follows() {
        return follows;
    }

    public Hashtags hashtags() {
        return hashtags;
    }

    public Stories stories() {
        return stories;
    }

    public LikeGraph likes() {
        return likes;
    }
}
