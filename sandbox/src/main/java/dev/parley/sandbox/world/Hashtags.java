package dev.parley.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The hashtags and their posts. Each hashtag gets a new post at a steady beat since 1970; a post is known by its hashtag and its beat,
 * so the newest follow the clock and none is stored.
 */
public final class Hashtags {
    private static final List<String> NAMES = List.of(
            "travel",
            "food",
            "coffee",
            "sunset",
            "streetphotography",
            "running",
            "bouldering",
            "sourdough",
            "vanlife",
            "gardening",
            "architecture",
            "cats",
            "dogsofinstagram",
            "filmphotography",
            "hiking",
            "vegan",
            "ceramics",
            "cycling",
            "surf",
            "books",
            "tattoo",
            "yoga",
            "interiordesign",
            "plants",
            "nightsky",
            "vintage",
            "jazz",
            "knitting",
            "trainspotting",
            "wildlife",
            "カフェ",
            "café",
            "münchen",
            "viajar",
            "yolculuk",
            "旅行",
            "путешествие",
            "tea",
            "sailing",
            "typography");
    private static final List<String> MOODS = List.of(
            "Finally here",
            "One more from last week",
            "No filter",
            "Could stay forever",
            "Early start today",
            "This light!",
            "Ask me about it",
            "Friends made this day",
            "Worth the climb",
            "Slowly getting better");
    private static final long PK_BASE = 3_100_000_000_000_000_000L;
    private static final int BEAT_BITS = 36;
    private static final int TRAVEL_LISTED = 600;
    private static final int FEWEST_LISTED = 60;
    private static final int LISTED_SPREAD = 340;
    private static final Duration TRAVEL_EVERY = Duration.ofMinutes(2);
    private static final int EVERY_MINUTES_SPREAD = 30;
    private static final int FEWEST_LIKES = 20;
    private static final int LIKES_SPREAD = 1_980;
    private static final int MOST_COMMENTS = 80;
    private static final int MEDIA_COUNT_SPREAD = 4_000_000;
    private static final double SHARE_CLIPS = 0.15;

    private final People people;
    private final Dice dice;
    private final List<Hashtag> all;

    Hashtags(People people, Dice dice) {
        this.people = people;
        this.dice = dice;
        this.all = IntStream.range(0, NAMES.size()).mapToObj(this::hashtag).toList();
    }

    public List<Hashtag> all() {
        return all;
    }

    public Optional<Hashtag> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return all.stream().filter(tag -> tag.name().equals(lower)).findFirst();
    }

    /** The newest posts first, at most {@code count}, none newer than the post {@code from} when one is given. */
    public List<Post> recent(Hashtag tag, Instant now, @Nullable Long from, int count) {
        long newest = newestBeat(tag, now);
        long start = from == null ? newest : Math.min(from, newest);
        long end = Math.max(newest - tag.listed(), start - count);
        return LongStream.iterate(start, beat -> beat > end, beat -> beat - 1)
                .mapToObj(beat -> post(tag, beat))
                .toList();
    }

    /** What people, by their ids, posted under any hashtag, as far as the hashtags list it. */
    public List<Post> by(Set<Long> owners, Instant now) {
        return owners.isEmpty()
                ? List.of()
                : all.stream()
                        .flatMap(tag -> beats(tag, now)
                                .filter(beat -> owners.contains(owner(tag, beat).id()))
                                .mapToObj(beat -> post(tag, beat)))
                        .toList();
    }

    /** The beat of a post: what {@link #recent} goes on from. */
    public static long beatOf(Post post) {
        return (post.pk() - PK_BASE) & ((1L << BEAT_BITS) - 1);
    }

    public Optional<Post> post(long pk, Instant now) {
        long tagNumber = (pk - PK_BASE) >> BEAT_BITS;
        if (pk < PK_BASE || tagNumber >= all.size()) {
            return Optional.empty();
        }
        Hashtag tag = all.get((int) tagNumber);
        long beat = (pk - PK_BASE) & ((1L << BEAT_BITS) - 1);
        return beat > newestBeat(tag, now) ? Optional.empty() : Optional.of(post(tag, beat));
    }

    private static long newestBeat(Hashtag tag, Instant now) {
        return now.getEpochSecond() / tag.every().toSeconds();
    }

    private static LongStream beats(Hashtag tag, Instant now) {
        long newest = newestBeat(tag, now);
        return LongStream.rangeClosed(newest - tag.listed() + 1, newest);
    }

    private Person owner(Hashtag tag, long beat) {
        return dice.of(tag.number()).of(beat).of(1).pick(people.all());
    }

    private Post post(Hashtag tag, long beat) {
        Dice roll = dice.of(tag.number()).of(beat);
        return new Post(
                PK_BASE + ((long) tag.number() << BEAT_BITS) + beat,
                owner(tag, beat),
                Instant.ofEpochSecond(beat * tag.every().toSeconds()),
                caption(tag, roll),
                FEWEST_LIKES + roll.of(2).below(LIKES_SPREAD),
                roll.of(3).below(MOST_COMMENTS),
                roll.of(4).chance(SHARE_CLIPS));
    }

    private String caption(Hashtag tag, Dice roll) {
        String second = roll.of(5).pick(NAMES);
        return roll.of(6).pick(MOODS) + " #" + tag.name() + (second.equals(tag.name()) ? "" : " #" + second);
    }

    private Hashtag hashtag(int number) {
        Dice roll = dice.of(number);
        boolean travel = number == 0;
        return new Hashtag(
                number,
                NAMES.get(number),
                travel ? TRAVEL_LISTED : FEWEST_LISTED + roll.of(-1).below(LISTED_SPREAD),
                travel ? TRAVEL_EVERY : Duration.ofMinutes(1L + roll.of(-2).below(EVERY_MINUTES_SPREAD)),
                TRAVEL_LISTED + roll.of(-3).below(MEDIA_COUNT_SPREAD));
    }
}
