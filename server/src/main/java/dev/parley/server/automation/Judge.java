package dev.parley.server.automation;

import dev.parley.server.automation.Verdict.LeftOut;
import dev.parley.server.automation.Verdict.NotYetKnown;
import dev.parley.server.automation.Verdict.Passes;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a job's filters to people, the first that somebody does not pass being the reason why they are left out. */
record Judge(Filters filters, Instant now) {

    private static final Verdict PASSES = new Passes();
    private static final Verdict NOT_YET_KNOWN = new NotYetKnown();

    Verdict of(Seen seen) {
        var verdict = PASSES;
        for (var filter : all()) {
            switch (filter.apply(seen)) {
                case LeftOut out -> {
                    return out;
                }
                case NotYetKnown unknown -> verdict = unknown;
                case Passes passes -> {}
            }
        }
        return verdict;
    }

    private List<Function<Seen, Verdict>> all() {
        return List.of(
                this::openness,
                this::verification,
                this::recency,
                this::business,
                this::followers,
                this::following,
                this::posts,
                this::ratio,
                this::unwantedWords,
                this::wantedWords,
                this::language);
    }

    private Verdict openness(Seen seen) {
        return Boolean.TRUE.equals(filters.skipPrivate()) && seen.isPrivate()
                ? new LeftOut(ErrorCode.FOLLOW_PRIVATE, null)
                : PASSES;
    }

    private Verdict verification(Seen seen) {
        var wanted = filters.verified();
        if (wanted == null || wanted == seen.profile().isVerified()) {
            return PASSES;
        }
        return new LeftOut(wanted ? ErrorCode.FILTER_NOT_VERIFIED : ErrorCode.FILTER_VERIFIED, null);
    }

    /** A profile does not show it: whoever is read has passed where they were found. */
    private Verdict recency(Seen seen) {
        var days = filters.postedWithinDays();
        if (days == null || seen.read()) {
            return PASSES;
        }
        var last = seen.lastPost();
        if (last == null) {
            return untold("when they posted last");
        }
        return last.isBefore(now.minus(Duration.ofDays(days)))
                ? new LeftOut(
                        ErrorCode.FILTER_POSTED_LONG_AGO,
                        "Posted last %s; the job asks for %s at most."
                                .formatted(Words.relative(now, last), Words.count(days, "day")))
                : PASSES;
    }

    private Verdict business(Seen seen) {
        var wanted = filters.business();
        if (wanted == null) {
            return PASSES;
        }
        if (!seen.read()) {
            return NOT_YET_KNOWN;
        }
        return wanted == seen.profile().isBusiness()
                ? PASSES
                : new LeftOut(wanted ? ErrorCode.FILTER_NOT_BUSINESS : ErrorCode.FILTER_BUSINESS, null);
    }

    private Verdict followers(Seen seen) {
        return within(
                filters.followers(),
                seen,
                seen.profile().followerCount(),
                "Followers",
                ErrorCode.FILTER_FEW_FOLLOWERS,
                ErrorCode.FILTER_MANY_FOLLOWERS);
    }

    private Verdict following(Seen seen) {
        return within(
                filters.following(),
                seen,
                seen.profile().followingCount(),
                "Follows",
                ErrorCode.FILTER_FEW_FOLLOWED,
                ErrorCode.FILTER_MANY_FOLLOWED);
    }

    private Verdict posts(Seen seen) {
        return within(
                filters.posts(),
                seen,
                seen.profile().mediaCount(),
                "Posts",
                ErrorCode.FILTER_FEW_POSTS,
                ErrorCode.FILTER_MANY_POSTS);
    }

    private static Verdict within(
            @Nullable Range range, Seen seen, @Nullable Integer count, String name, ErrorCode few, ErrorCode many) {
        if (range == null) {
            return PASSES;
        }
        if (count == null) {
            return seen.read() ? untold("the number of " + name.toLowerCase(Locale.ROOT)) : NOT_YET_KNOWN;
        }
        var has = "%s: %s".formatted(name, Words.number(count));
        if (range.min() != null && count < range.min()) {
            return new LeftOut(few, "%s; the job asks for %s at least.".formatted(has, Words.number(range.min())));
        }
        if (range.max() != null && count > range.max()) {
            return new LeftOut(many, "%s; the job asks for %s at most.".formatted(has, Words.number(range.max())));
        }
        return PASSES;
    }

    private Verdict ratio(Seen seen) {
        var ratio = filters.followersPerFollowing();
        if (ratio == null) {
            return PASSES;
        }
        var followers = seen.profile().followerCount();
        var following = seen.profile().followingCount();
        if (followers == null || following == null) {
            return seen.read() ? untold("how many follow them, or whom they follow") : NOT_YET_KNOWN;
        }
        var has = "Followers: %s, follows: %s".formatted(Words.number(followers), Words.number(following));
        if (ratio.isBelow(followers, following)) {
            return new LeftOut(
                    ErrorCode.FILTER_LOW_RATIO,
                    has + "; the job asks for a ratio of %s at least.".formatted(ratio.min()));
        }
        return ratio.isAbove(followers, following)
                ? new LeftOut(
                        ErrorCode.FILTER_HIGH_RATIO,
                        has + "; the job asks for a ratio of %s at most.".formatted(ratio.max()))
                : PASSES;
    }

    private Verdict unwantedWords(Seen seen) {
        var words = Objects.requireNonNullElse(filters.withoutWords(), List.<String>of());
        if (words.isEmpty()) {
            return PASSES;
        }
        return WordSearch.firstIn(words, seen.words())
                .<Verdict>map(word -> new LeftOut(ErrorCode.FILTER_UNWANTED_WORD, "The word is “%s”.".formatted(word)))
                .orElse(seen.read() ? PASSES : NOT_YET_KNOWN);
    }

    private Verdict wantedWords(Seen seen) {
        var words = Objects.requireNonNullElse(filters.words(), List.<String>of());
        if (words.isEmpty() || WordSearch.firstIn(words, seen.words()).isPresent()) {
            return PASSES;
        }
        return seen.read() ? new LeftOut(ErrorCode.FILTER_NO_WANTED_WORD, null) : NOT_YET_KNOWN;
    }

    private Verdict language(Seen seen) {
        var wanted = filters.languages();
        if (wanted == null) {
            return PASSES;
        }
        var languages = seen.languages();
        if (languages == null) {
            return NOT_YET_KNOWN;
        }
        if (languages.isEmpty()) {
            return wanted.contains(Languages.UNKNOWN) ? PASSES : new LeftOut(ErrorCode.FILTER_UNKNOWN_LANGUAGE, null);
        }
        return languages.stream().anyMatch(wanted::contains)
                ? PASSES
                : new LeftOut(
                        ErrorCode.FILTER_OTHER_LANGUAGE,
                        "The biography is in %s; the job asks for %s."
                                .formatted(FilterWords.languages(languages), FilterWords.languages(wanted)));
    }

    private static Verdict untold(String what) {
        return new LeftOut(ErrorCode.FILTER_UNTOLD, "Nothing shows " + what + ".");
    }
}
