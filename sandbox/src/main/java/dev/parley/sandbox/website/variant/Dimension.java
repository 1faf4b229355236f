package dev.parley.sandbox.website.variant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that the website shows in more than one way. Its variants are in {@link Variant}; the first is the default. */
public enum Dimension {
    LOGIN,
    LANDING,
    SAVED_ACCOUNT,
    TWO_FACTOR,
    CHECKPOINT,
    CODE_CHANNEL,
    COOKIES,
    SAVE_INFO,
    NOTIFICATIONS,
    FOLLOW,
    SUGGESTIONS,
    UNFOLLOW,
    MESSAGE,
    COMPOSE,
    NAMES,
    CHAT,
    COMPOSER,
    THREAD,
    INVITE,
    LIKE,
    COMMENT_LIKES,
    POST,
    REEL,
    HASHTAG,
    STORY_GATE,
    BLOCK,
    QUOTED_WORDS,
    REVOKED,
    MISSING,
    /** What the site has against the account. Never chosen by chance: most of it keeps everything else from being reached. */
    STANDING;

    /** The name in JSON, for example {@code save_info}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The dimension of this name in JSON; empty if there is none. */
    public static Optional<Dimension> labelled(String label) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.label().equals(label))
                .findFirst();
    }

    /** All ways, the default first. */
    public List<Variant> variants() {
        return Arrays.stream(Variant.values())
                .filter(variant -> variant.dimension() == this)
                .toList();
    }

    /** The way of this name in JSON; empty if there is none. */
    public Optional<Variant> variant(String choice) {
        return variants().stream()
                .filter(variant -> variant.label().equals(choice))
                .findFirst();
    }
}
