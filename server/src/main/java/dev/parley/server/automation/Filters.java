package dev.parley.server.automation;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.instagram.Capability;
import dev.parley.server.web.TypedFilters;
import dev.parley.server.web.Wrong;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who the people of a job have to be. What is null or empty does not matter.
 *
 * @param skipPrivate leaves out private accounts
 * @param verified true for verified people alone, false for nobody who is verified
 * @param postedWithinDays they have posted within so many days, as far as Instagram shows it where they are found
 * @param business true for businesses alone, false for nobody who is one
 * @param followers how many follow them
 * @param following how many they follow
 * @param posts how many posts they have
 * @param followersPerFollowing how many follow them for each whom they follow
 * @param words one of these at least stands in their biography or name
 * @param withoutWords none of these stands there
 * @param languages the biography is written in one of these: codes of two letters (ISO 639-1), or {@code unknown} where it is too short to
 *     tell; without {@code unknown}, those are left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Filters(
        @Nullable Boolean skipPrivate,
        @Nullable Boolean verified,
        @Nullable @Min(1) @Max(MOST_DAYS) Integer postedWithinDays,
        @Nullable Boolean business,
        @Nullable @Valid Range followers,
        @Nullable @Valid Range following,
        @Nullable @Valid Range posts,
        @Nullable @Valid Ratio followersPerFollowing,
        @Nullable @Size(max = MOST_WORDS) List<String> words,
        @Nullable @Size(max = MOST_WORDS) List<String> withoutWords,
        @Nullable @Size(max = MOST_WORDS) List<String> languages) {

    static final int MOST_DAYS = 3_650;
    static final int MOST_WORDS = 50;
    static final int LONGEST_WORD = 60;

    private static final String IN_A_FORM = "filters.";

    /** In a form; of all others, profiles tell. */
    private static final Set<String> LISTS_TELL =
            Set.of("filters.skipPrivate", "filters.verified", "filters.postedWithinDays");

    static final Filters NONE = new Filters(null, null, null, null, null, null, null, null, null, null, null);
    static final Filters PUBLIC_ONLY = new Filters(true, null, null, null, null, null, null, null, null, null, null);

    public Filters {
        skipPrivate = Boolean.TRUE.equals(skipPrivate);
        words = some(words);
        withoutWords = some(withoutWords);
        languages = some(languages);
    }

    private static @Nullable List<String> some(@Nullable List<String> words) {
        var some = words == null
                ? List.<String>of()
                : words.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        return some.isEmpty() ? null : some;
    }

    /** As they were ordered; refuses with VALIDATION_FAILED a range in which nothing lies, words that are too long, and what is no language. */
    static Filters ordered(@Nullable Filters given) {
        if (given == null) {
            return NONE;
        }
        demandOrder(given.followers, "followers");
        demandOrder(given.following, "following");
        demandOrder(given.posts, "posts");
        if (given.followersPerFollowing != null) {
            given.followersPerFollowing.demandOrder(IN_A_FORM + "followers_per_following");
        }
        demandShort(given.words, "words");
        demandShort(given.withoutWords, "without_words");
        return given.tidied();
    }

    /** A form sends even the ranges in which nothing is typed, and people write languages by their names. */
    private Filters tidied() {
        return new Filters(
                skipPrivate,
                verified,
                postedWithinDays,
                business,
                unlessOpen(followers),
                unlessOpen(following),
                unlessOpen(posts),
                followersPerFollowing == null || followersPerFollowing.isOpen() ? null : followersPerFollowing,
                words,
                withoutWords,
                languages == null
                        ? null
                        : languages.stream().map(Filters::language).distinct().toList());
    }

    private static @Nullable Range unlessOpen(@Nullable Range range) {
        return range == null || range.isOpen() ? null : range;
    }

    private static String language(String typed) {
        return Languages.parse(typed)
                .orElseThrow(() -> Wrong.refusal(
                        IN_A_FORM + "languages",
                        "“%s” is none of %s and %s"
                                .formatted(
                                        typed,
                                        Languages.ALL.stream().sorted().collect(joining(", ")),
                                        Languages.UNKNOWN)));
    }

    private static void demandShort(@Nullable List<String> words, String name) {
        if (words != null && words.stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
            throw Wrong.refusal(IN_A_FORM + name, "must be words of at most " + LONGEST_WORD + " letters each");
        }
    }

    private static void demandOrder(@Nullable Range range, String name) {
        if (range != null) {
            range.demandOrder(IN_A_FORM + name);
        }
    }

    /** Whether a list does not tell enough about people. */
    boolean needProfiles() {
        return Stream.of(business, followers, following, posts, followersPerFollowing, words, withoutWords, languages)
                .anyMatch(Objects::nonNull);
    }

    /** What putting them to people takes. */
    Set<Capability> needs() {
        return needProfiles() ? Set.of(Capability.PEOPLE) : Set.of();
    }

    /** The same of a form, whatever is right or wrong in it. */
    static boolean needProfiles(Map<String, String> form) {
        return form.entrySet().stream()
                .anyMatch(typed -> typed.getKey().startsWith(IN_A_FORM)
                        && !LISTS_TELL.contains(typed.getKey())
                        && !typed.getValue().isBlank());
    }

    /** As they stand in a form. */
    static TypedFilters typed(Map<String, String> form) {
        var typed = new TypedFilters();
        form.forEach((name, value) -> {
            if (name.startsWith(IN_A_FORM)) {
                typed.with(name, value);
            }
        });
        return typed;
    }
}
