package dev.parley.bench.instagram;

/** The kinds of calls that take turns: a profile by its name, how the account stands to somebody, a follow, a like, a message. */
final class Kinds {

    static final int PROFILE = 0;
    static final int FRIENDSHIP = 1;
    static final int FOLLOW = 2;
    static final int LIKE = 3;
    static final int COUNT = 5;
    static final String TEXT = "Hello from the benchmark";

    private Kinds() {}
}
