package dev.parley.sandbox.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody whom the seed brings: some private, some verified, some gone. Immutable. */
public final class People {
    /** A prime, so that every step of the follow graph reaches everybody. */
    static final int COUNT = 5_003;

    static final double SHARE_PRIVATE = 0.15;
    static final double SHARE_DELETED = 0.03;
    private static final double SHARE_VERIFIED = 0.02;
    private static final double SHARE_BUSINESS = 0.12;
    private static final double SHARE_REFUSING_MESSAGES = 0.08;
    private static final int MOST_POSTS = 900;
    private static final long FIRST_ID = 2_000_000_011L;
    private static final long ID_STEP = 7_919L;

    private final List<Person> all;
    private final Map<String, Person> byUsername = new HashMap<>();

    People(Dice dice) {
        var people = new ArrayList<Person>(COUNT);
        for (int number = 0; number < COUNT; number++) {
            Person person = person(number, dice.of(number));
            people.add(person);
            byUsername.put(person.username(), person);
        }
        all = Collections.unmodifiableList(people);
    }

    public List<Person> all() {
        return all;
    }

    public Optional<Person> withUsername(String username) {
        return Optional.ofNullable(byUsername.get(username));
    }

    public Optional<Person> withId(long id) {
        long number = (id - FIRST_ID) / ID_STEP;
        if (number < 0 || number >= COUNT || idOf((int) number) != id) {
            return Optional.empty();
        }
        return Optional.of(all.get((int) number));
    }

    static int numberOf(Person person) {
        return (int) ((person.id() - FIRST_ID) / ID_STEP);
    }

    private static long idOf(int number) {
        return FIRST_ID + number * ID_STEP;
    }

    private Person person(int number, Dice dice) {
        String fullName = Names.fullName(dice);
        boolean verified = dice.of(20).chance(SHARE_VERIFIED);
        return new Person(
                idOf(number),
                unusedUsername(Names.username(fullName, dice), number),
                fullName,
                Names.biography(dice),
                !verified && dice.of(21).chance(SHARE_PRIVATE),
                dice.of(22).chance(SHARE_DELETED),
                verified,
                dice.of(23).chance(SHARE_BUSINESS),
                !dice.of(25).chance(SHARE_REFUSING_MESSAGES),
                dice.of(24).below(MOST_POSTS));
    }

    private String unusedUsername(String wanted, int number) {
        return byUsername.containsKey(wanted) ? wanted + number : wanted;
    }
}
