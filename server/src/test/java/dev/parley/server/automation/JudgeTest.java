package dev.parley.server.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.server.automation.Verdict.LeftOut;
import dev.parley.server.automation.Verdict.NotYetKnown;
import dev.parley.server.automation.Verdict.Passes;
import dev.parley.server.core.ErrorCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private static final int TRIES = 20_000;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> VOCABULARY = List.of("baker", "travel", "night", "sea", "yoga");

    /** Whatever is asked of whomever: a model of a few plain comparisons says the same, and what a list tells is never contradicted. */
    @Test
    void judges_as_a_simple_model_does_and_never_takes_a_verdict_back() {
        var random = new Random(20_260_301);
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var filters = filters(random);
            var person = person(random);
            var judge = new Judge(filters, NOW);

            var whole = judge.of(Seen.whole(person));
            var byList = judge.of(new Seen(inAList(person), false, person.isPrivate(), NOW, null));

            assertThat(whole instanceof Passes).as("%s %s", filters, person).isEqualTo(model(filters, person));
            assertThat(whole).as("%s %s", filters, person).isNotInstanceOf(NotYetKnown.class);
            if (!(byList instanceof NotYetKnown)) {
                assertThat(byList.getClass()).as("%s %s", filters, person).isEqualTo(whole.getClass());
            }
            if (!filters.needProfiles()) {
                assertThat(byList).as("%s %s", filters, person).isEqualTo(whole);
            }
        }
    }

    private static boolean model(Filters filters, Profile person) {
        var text = (person.fullName() + " " + person.username() + " " + person.biography()).toLowerCase(Locale.ROOT);
        return !(Boolean.TRUE.equals(filters.skipPrivate()) && person.isPrivate())
                && (filters.verified() == null || filters.verified() == person.isVerified())
                && (filters.business() == null || filters.business() == person.isBusiness())
                && lies(person.followerCount(), filters.followers())
                && lies(person.followingCount(), filters.following())
                && lies(person.mediaCount(), filters.posts())
                && (filters.followersPerFollowing() == null
                        || (person.followerCount() != null
                                && person.followingCount() != null
                                && lies(
                                        (double) person.followerCount() / person.followingCount(),
                                        filters.followersPerFollowing())))
                && (filters.words() == null || filters.words().stream().anyMatch(text::contains))
                && (filters.withoutWords() == null
                        || filters.withoutWords().stream().noneMatch(text::contains));
    }

    private static boolean lies(@Nullable Integer count, @Nullable Range range) {
        return range == null
                || (count != null
                        && (range.min() == null || count >= range.min())
                        && (range.max() == null || count <= range.max()));
    }

    private static boolean lies(double ratio, Ratio range) {
        return (range.min() == null || ratio >= range.min().doubleValue())
                && (range.max() == null || ratio <= range.max().doubleValue());
    }

    private static Filters filters(Random random) {
        return new Filters(
                perhaps(random, random::nextBoolean),
                perhaps(random, random::nextBoolean),
                null,
                perhaps(random, random::nextBoolean),
                perhaps(random, () -> range(random)),
                perhaps(random, () -> range(random)),
                perhaps(random, () -> range(random)),
                perhaps(
                        random,
                        () -> new Ratio(
                                perhaps(random, () -> new BigDecimal(random.nextInt(8)).movePointLeft(1)),
                                perhaps(random, () -> new BigDecimal(1 + random.nextInt(8))))),
                perhaps(random, () -> words(random)),
                perhaps(random, () -> words(random)),
                null);
    }

    private static Range range(Random random) {
        return new Range(perhaps(random, () -> random.nextInt(10)), perhaps(random, () -> 5 + random.nextInt(10)));
    }

    private static List<String> words(Random random) {
        return random.ints(1 + random.nextInt(3), 0, VOCABULARY.size())
                .mapToObj(VOCABULARY::get)
                .toList();
    }

    private static <T> @Nullable T perhaps(Random random, Supplier<@Nullable T> value) {
        return random.nextInt(3) == 0 ? value.get() : null;
    }

    /** Follows somebody, so that the model may divide. */
    private static Profile person(Random random) {
        return new Profile(
                new PersonId("1"),
                random.nextInt(4) == 0 ? "the_" + VOCABULARY.get(random.nextInt(VOCABULARY.size())) : "anna",
                "Anna",
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                String.join(", ", words(random)),
                random.nextInt(9) == 0 ? null : random.nextInt(15),
                random.nextInt(9) == 0 ? null : random.nextInt(15),
                random.nextInt(9) == 0 ? null : 1 + random.nextInt(15));
    }

    private static Profile inAList(Profile person) {
        return new Profile(
                person.id(),
                person.username(),
                person.fullName(),
                person.isPrivate(),
                person.isVerified(),
                false,
                null,
                null,
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "art|I love art!|true",
                "art|party people|false",
                "ART|street Art, murals|true",
                "art|the_art_of_bread|true",
                "street food|Street  food|true",
                "street food|eats street food.|true",
                "travel|𝓣𝓻𝓪𝓿𝓮𝓵 & more|true",
                "旅行|旅行と写真が好き|true",
                "写真|旅行と写真が好き|true",
                "café|CAFE\u0301 owner|true",
                "🍕|pizza🍕lover|true",
                "#travel|love #travel|true",
                "#travel|love #travelling|false",
            })
    void finds_words_as_wholes(String word, String text, boolean found) {
        assertThat(WordSearch.firstIn(List.of("never", word), text).isPresent()).isEqualTo(found);
    }

    @Test
    void says_what_it_found() {
        var crowd = profile(12, 4_000, 3);
        assertThat(of("{'followers':{'min':100}}", crowd))
                .isEqualTo(
                        new LeftOut(ErrorCode.FILTER_FEW_FOLLOWERS, "Followers: 12; the job asks for 100 at least."));
        assertThat(of("{'following':{'max':1500}}", crowd))
                .isEqualTo(
                        new LeftOut(ErrorCode.FILTER_MANY_FOLLOWED, "Follows: 4,000; the job asks for 1,500 at most."));
        assertThat(of("{'followers_per_following':{'min':0.5}}", crowd))
                .isEqualTo(new LeftOut(
                        ErrorCode.FILTER_LOW_RATIO,
                        "Followers: 12, follows: 4,000; the job asks for a ratio of 0.5 at least."));
        assertThat(of("{'without_words':['Baker']}", crowd))
                .isEqualTo(new LeftOut(ErrorCode.FILTER_UNWANTED_WORD, "The word is “Baker”."));
    }

    @Test
    void whoever_follows_nobody_has_an_endless_ratio() {
        assertThat(of("{'followers_per_following':{'min':1000}}", profile(1, 0, 0)))
                .isEqualTo(new Passes());
        assertThat(of("{'followers_per_following':{'max':1000}}", profile(1, 0, 0)))
                .isInstanceOf(LeftOut.class);
        assertThat(of("{'followers_per_following':{'max':1000}}", profile(0, 0, 0)))
                .isEqualTo(new Passes());
    }

    @Test
    void leaves_out_whoever_does_not_show_what_is_asked_for() {
        var silent = inAList(profile(1, 1, 1));
        assertThat(of("{'posts':{'min':1}}", silent))
                .isEqualTo(new LeftOut(ErrorCode.FILTER_UNTOLD, "Nothing shows the number of posts."));
        assertThat(new Judge(TestingFollower.filters("{'posted_within_days':3}"), NOW)
                        .of(new Seen(silent, false, false, null, null)))
                .isEqualTo(new LeftOut(ErrorCode.FILTER_UNTOLD, "Nothing shows when they posted last."));
    }

    @Test
    void counts_days_to_the_second() {
        var judge = new Judge(TestingFollower.filters("{'posted_within_days':3}"), NOW);
        var limit = NOW.minus(3, ChronoUnit.DAYS);
        var person = inAList(profile(1, 1, 1));
        assertThat(judge.of(new Seen(person, false, false, limit, null))).isEqualTo(new Passes());
        assertThat(judge.of(new Seen(person, false, false, limit.minusMillis(1), null)))
                .isEqualTo(new LeftOut(
                        ErrorCode.FILTER_POSTED_LONG_AGO, "Posted last 3 days ago; the job asks for 3 days at most."));
    }

    @Test
    void asks_for_languages_once_they_are_told_and_leaves_out_whose_nobody_can_tell_unless_they_are_asked_for() {
        var judge = new Judge(TestingFollower.filters("{'languages':['en','fr']}"), NOW);
        var person = Seen.whole(profile(1, 1, 1));
        assertThat(judge.of(person)).isEqualTo(new NotYetKnown());
        assertThat(judge.of(person.in(List.of("fr")))).isEqualTo(new Passes());
        assertThat(judge.of(person.in(List.of("nl", "en")))).isEqualTo(new Passes());
        assertThat(judge.of(person.in(List.of("nl", "de"))))
                .isEqualTo(new LeftOut(
                        ErrorCode.FILTER_OTHER_LANGUAGE,
                        "The biography is in Dutch or German; the job asks for English or French."));
        assertThat(judge.of(person.in(List.of()))).isEqualTo(new LeftOut(ErrorCode.FILTER_UNKNOWN_LANGUAGE, null));
        var generous = new Judge(TestingFollower.filters("{'languages':['en','unknown']}"), NOW);
        assertThat(generous.of(person.in(List.of()))).isEqualTo(new Passes());
    }

    private static Verdict of(String filters, Profile person) {
        return new Judge(TestingFollower.filters(filters), NOW).of(Seen.whole(person));
    }

    private static Profile profile(int followers, int following, int posts) {
        return new Profile(
                new PersonId("1"), "anna", "Anna", false, false, false, "baker in Lagos", posts, followers, following);
    }
}
