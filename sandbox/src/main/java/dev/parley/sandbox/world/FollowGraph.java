package dev.parley.sandbox.world;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who follows whom among the seeded people. Nothing is stored: in each of {@link #ROUNDS} rounds everybody meets one other person, the
 * one a fixed step away, and follows them or not by their temper and the other's fame. Both directions can be walked.
 */
public final class FollowGraph {
    private static final int ROUNDS = 1_200;
    private static final double FAME_OF_MOST = 0.25;

    private final People people;
    private final Dice dice;

    FollowGraph(People people, Dice dice) {
        this.people = people;
        this.dice = dice;
    }

    public List<Person> following(Person person) {
        int number = People.numberOf(person);
        return rounds().filter(round -> follows(number, met(number, round), round))
                .mapToObj(round -> people.all().get(met(number, round)))
                .toList();
    }

    public List<Person> followers(Person person) {
        int number = People.numberOf(person);
        return rounds().filter(round -> follows(metBy(number, round), number, round))
                .mapToObj(round -> people.all().get(metBy(number, round)))
                .toList();
    }

    public int followingCount(Person person) {
        int number = People.numberOf(person);
        return (int) rounds().filter(round -> follows(number, met(number, round), round))
                .count();
    }

    public int followerCount(Person person) {
        int number = People.numberOf(person);
        return (int) rounds().filter(round -> follows(metBy(number, round), number, round))
                .count();
    }

    private static IntStream rounds() {
        return IntStream.rangeClosed(1, ROUNDS);
    }

    private static int met(int number, int round) {
        return (number + step(round)) % People.COUNT;
    }

    private static int metBy(int number, int round) {
        return (number - step(round) + People.COUNT) % People.COUNT;
    }

    /** Steps differ from round to round, so nobody is met twice. */
    private static int step(int round) {
        return (int) (round * 1_741L % People.COUNT);
    }

    private boolean follows(int follower, int followed, int round) {
        return dice.of(round).of(follower).unit() < temper(follower) * fame(followed);
    }

    private double temper(int number) {
        double unit = dice.of(-1).of(number).unit();
        return unit * unit;
    }

    private double fame(int number) {
        double unit = dice.of(-2).of(number).unit();
        return Math.max(Math.pow(unit, 12), FAME_OF_MOST * unit * unit);
    }
}
