package dev.parley.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The stories that people show. About a quarter of them tell stories: each at a beat of their own since 1970, now and then leaving one
 * out. A story is known by its owner and beat, so those of the last 24 hours follow the clock and none is stored.
 */
public final class Stories {
    static final double SHARE_TELLING = 0.25;
    private static final double SHARE_LEFT_OUT = 0.35;
    private static final double SHARE_VIDEO = 0.3;
    private static final long PK_BASE = 3_300_000_000_000_000_000L;
    private static final int BEAT_BITS = 36;
    private static final int SHORTEST_BEAT_HOURS = 5;
    private static final int BEAT_SPREAD_HOURS = 9;

    private final People people;
    private final Dice dice;

    Stories(People people, Dice dice) {
        this.people = people;
        this.dice = dice;
    }

    /** What somebody shows now, oldest first; nothing for people whom the seed did not bring. */
    public List<Story> of(Person person, Instant now) {
        if (!tells(person)) {
            return List.of();
        }
        long every = every(person).toSeconds();
        long newest = now.getEpochSecond() / every;
        long oldest = now.minus(Story.SHOWN).getEpochSecond() / every + 1;
        return LongStream.rangeClosed(oldest, newest)
                .filter(beat -> isTold(person, beat))
                .mapToObj(beat -> story(person, beat))
                .toList();
    }

    /** A story that is shown now. */
    public Optional<Story> story(long pk, Instant now) {
        long number = (pk - PK_BASE) >> BEAT_BITS;
        if (pk < PK_BASE || number >= People.COUNT) {
            return Optional.empty();
        }
        return of(people.all().get((int) number), now).stream()
                .filter(story -> story.pk() == pk)
                .findFirst();
    }

    private boolean tells(Person person) {
        return !person.deleted()
                && people.withId(person.id()).isPresent()
                && roll(person).of(1).chance(SHARE_TELLING);
    }

    private boolean isTold(Person person, long beat) {
        return !roll(person).of(2).of(beat).chance(SHARE_LEFT_OUT);
    }

    private Duration every(Person person) {
        return Duration.ofHours(SHORTEST_BEAT_HOURS + (long) roll(person).of(3).below(BEAT_SPREAD_HOURS));
    }

    private Story story(Person person, long beat) {
        return new Story(
                PK_BASE + ((long) People.numberOf(person) << BEAT_BITS) + beat,
                person,
                Instant.ofEpochSecond(beat * every(person).toSeconds()),
                roll(person).of(4).of(beat).chance(SHARE_VIDEO));
    }

    private Dice roll(Person person) {
        return dice.of(People.numberOf(person));
    }
}
