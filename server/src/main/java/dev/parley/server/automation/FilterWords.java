package dev.parley.server.automation;

import static java.util.stream.Collectors.joining;

import dev.parley.server.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Filters as people read them. */
public final class FilterWords {

    /** The names of the fields of a form with filters. */
    private static final List<String> FIELDS = List.of(
            "filters.skip_private",
            "filters.verified",
            "filters.posted_within_days",
            "filters.business",
            "filters.followers.min",
            "filters.followers.max",
            "filters.following.min",
            "filters.following.max",
            "filters.posts.min",
            "filters.posts.max",
            "filters.followers_per_following.min",
            "filters.followers_per_following.max",
            "filters.words",
            "filters.without_words",
            "filters.languages");

    /** One filter, and what it asks for. */
    public record Asked(String name, String what) {}

    private FilterWords() {}

    /** Those that matter. */
    public static List<Asked> of(Filters filters) {
        var asked = new ArrayList<Asked>();
        add(asked, "Private accounts", filters.skipPrivate(), skip -> skip ? "Left out" : null);
        add(asked, "Verified people", filters.verified(), FilterWords::either);
        add(asked, "Businesses", filters.business(), FilterWords::either);
        add(asked, "Posted within", filters.postedWithinDays(), days -> Words.count(days, "day"));
        add(asked, "Followers", filters.followers(), FilterWords::range);
        add(asked, "Follow", filters.following(), FilterWords::range);
        add(asked, "Posts", filters.posts(), FilterWords::range);
        add(asked, "Followers for each they follow", filters.followersPerFollowing(), FilterWords::ratio);
        add(asked, "With a word of", filters.words(), FilterWords::words);
        add(asked, "Without the words", filters.withoutWords(), FilterWords::words);
        add(asked, "Biography in", filters.languages(), FilterWords::languages);
        return asked;
    }

    private static <T> void add(
            List<Asked> asked, String name, @Nullable T value, Function<T, @Nullable String> words) {
        var what = value == null ? null : words.apply(value);
        if (what != null) {
            asked.add(new Asked(name, what));
        }
    }

    private static String either(boolean wanted) {
        return wanted ? "Only they" : "Left out";
    }

    private static String range(Range range) {
        return between(number(range.min()), number(range.max()));
    }

    private static @Nullable String number(@Nullable Integer number) {
        return number == null ? null : Words.number(number);
    }

    private static String ratio(Ratio ratio) {
        return between(
                ratio.min() == null ? null : ratio.min().toPlainString(),
                ratio.max() == null ? null : ratio.max().toPlainString());
    }

    private static String between(@Nullable String min, @Nullable String max) {
        if (min == null) {
            return "At most " + max;
        }
        return max == null ? "At least " + min : min + " to " + max;
    }

    private static String words(List<String> words) {
        return String.join(", ", words);
    }

    static String languages(List<String> codes) {
        return codes.stream()
                .map(code -> Languages.UNKNOWN.equals(code) ? "a language that nobody can tell" : Languages.name(code))
                .collect(joining(" or "));
    }

    /** All fields of a form with filters, after others. */
    public static String[] fields(String... others) {
        var fields = new ArrayList<>(List.of(others));
        fields.addAll(FIELDS);
        return fields.toArray(String[]::new);
    }
}
