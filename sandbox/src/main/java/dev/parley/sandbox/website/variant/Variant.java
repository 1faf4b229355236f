package dev.parley.sandbox.website.variant;

import java.util.Locale;

/**
 * One way in which the website shows something. The name begins with the {@link Dimension}'s; the rest is its name in JSON. The first of
 * each dimension is the default.
 */
public enum Variant {
    /** {@code input[name=username]}, a submit button in a form. */
    LOGIN_CLASSIC(Dimension.LOGIN),
    /** {@code input[name=email]}, {@code input[name=pass]}, and a {@code div} as button. */
    LOGIN_META(Dimension.LOGIN),
    /** Fields without names. */
    LOGIN_NAMELESS(Dimension.LOGIN),

    LANDING_NONE(Dimension.LANDING),
    /** A page with a "Log in" button comes before the form. */
    LANDING_SHOWN(Dimension.LANDING),

    SAVED_ACCOUNT_NONE(Dimension.SAVED_ACCOUNT),
    /** "Continue as …" for whoever was signed in on this browser. */
    SAVED_ACCOUNT_CONTINUE_AS(Dimension.SAVED_ACCOUNT),
    /** A tile with the username, and "Continue". */
    SAVED_ACCOUNT_TILE(Dimension.SAVED_ACCOUNT),

    TWO_FACTOR_CLASSIC(Dimension.TWO_FACTOR),
    TWO_FACTOR_NEW(Dimension.TWO_FACTOR),
    /** The new page, and after it the question whether to trust this device. */
    TWO_FACTOR_NEW_WITH_TRUST(Dimension.TWO_FACTOR),

    CHECKPOINT_CODE(Dimension.CHECKPOINT),
    /** The way to get the code is chosen first. */
    CHECKPOINT_PICKER(Dimension.CHECKPOINT),
    /** The page under {@code /challenge/} of 2020. */
    CHECKPOINT_OLD(Dimension.CHECKPOINT),
    /** A screen that only the owner can answer: "This Was Me". */
    CHECKPOINT_WAS_ME(Dimension.CHECKPOINT),
    /** "Help us confirm it's you": nothing to type. */
    CHECKPOINT_CONFIRM(Dimension.CHECKPOINT),
    /** A captcha in a frame. */
    CHECKPOINT_CAPTCHA(Dimension.CHECKPOINT),

    /** Which heading a checkpoint's code page has; the code is in the outbox in any case. */
    CODE_CHANNEL_EMAIL(Dimension.CODE_CHANNEL),
    CODE_CHANNEL_SMS(Dimension.CODE_CHANNEL),
    CODE_CHANNEL_WHATSAPP(Dimension.CODE_CHANNEL),

    COOKIES_NONE(Dimension.COOKIES),
    COOKIES_BUTTON(Dimension.COOKIES),
    /** A {@code span} inside {@code div[role=button]}. */
    COOKIES_DIV(Dimension.COOKIES),
    /** The words of 2022. */
    COOKIES_ESSENTIAL(Dimension.COOKIES),
    /** The words of 2021. */
    COOKIES_ACCEPT(Dimension.COOKIES),

    SAVE_INFO_NONE(Dimension.SAVE_INFO),
    /** A page at {@code /accounts/onetap/}. */
    SAVE_INFO_PAGE(Dimension.SAVE_INFO),
    SAVE_INFO_DIALOG(Dimension.SAVE_INFO),
    /** The page with plain buttons and the older capitals. */
    SAVE_INFO_OLD(Dimension.SAVE_INFO),

    NOTIFICATIONS_NONE(Dimension.NOTIFICATIONS),
    NOTIFICATIONS_AT_LOAD(Dimension.NOTIFICATIONS),
    /** One and a half seconds after a page has loaded. */
    NOTIFICATIONS_LATE(Dimension.NOTIFICATIONS),
    /** As soon as somebody types a message. */
    NOTIFICATIONS_OVER_COMPOSER(Dimension.NOTIFICATIONS),
    /** At load, without the role of a dialog. */
    NOTIFICATIONS_NO_ROLE(Dimension.NOTIFICATIONS),

    FOLLOW_TEXT(Dimension.FOLLOW),
    /** Only an icon with a label, once followed or requested. */
    FOLLOW_ICON(Dimension.FOLLOW),
    /** "Following" with a chevron, which is part of its name. */
    FOLLOW_CHEVRON(Dimension.FOLLOW),

    SUGGESTIONS_NONE(Dimension.SUGGESTIONS),
    /** Cards of other people on a profile, each with a Follow button of its own. */
    SUGGESTIONS_SHOWN(Dimension.SUGGESTIONS),

    /** A menu whose "Unfollow" unfollows. */
    UNFOLLOW_MENU(Dimension.UNFOLLOW),
    /** The menu, and a question after it. */
    UNFOLLOW_TWO_STEPS(Dimension.UNFOLLOW),
    /** The question alone. */
    UNFOLLOW_CONFIRM(Dimension.UNFOLLOW),

    MESSAGE_BUTTON(Dimension.MESSAGE),
    MESSAGE_IN_OPTIONS(Dimension.MESSAGE),
    MESSAGE_ABSENT(Dimension.MESSAGE),

    COMPOSE_CHAT(Dimension.COMPOSE),
    COMPOSE_NEXT(Dimension.COMPOSE),

    NAMES_DISTINCT(Dimension.NAMES),
    /** Somebody else comes first in a search, under the same display name. */
    NAMES_COLLIDING(Dimension.NAMES),

    CHAT_THREAD(Dimension.CHAT),
    /** A panel over the profile; the address stays. */
    CHAT_PANEL(Dimension.CHAT),

    COMPOSER_CONTENTEDITABLE(Dimension.COMPOSER),
    COMPOSER_TEXTAREA(Dimension.COMPOSER),

    THREAD_GRID(Dimension.THREAD),
    THREAD_CONVERSATION(Dimension.THREAD),
    THREAD_PAGELET(Dimension.THREAD),

    INVITE_NONE(Dimension.INVITE),
    /** After a first message: "Invite sent", and no composer until it is accepted. */
    INVITE_SENT(Dimension.INVITE),

    LIKE_BUTTON(Dimension.LIKE),
    /** {@code div[role=button]}. */
    LIKE_DIV(Dimension.LIKE),

    COMMENT_LIKES_SHOWN(Dimension.COMMENT_LIKES),
    COMMENT_LIKES_NONE(Dimension.COMMENT_LIKES),

    /** From a grid, a post opens in a dialog over it. */
    POST_MODAL(Dimension.POST),
    POST_PAGE(Dimension.POST),

    REEL_STAYS(Dimension.REEL),
    /** A reel's address ends in the feed of reels, at another one. */
    REEL_BOUNCES(Dimension.REEL),

    HASHTAG_DIRECT(Dimension.HASHTAG),
    /** To {@code /explore/search/keyword/}. */
    HASHTAG_REDIRECT(Dimension.HASHTAG),
    /** The same, and nothing is found there. */
    HASHTAG_EMPTY(Dimension.HASHTAG),

    STORY_GATE_NONE(Dimension.STORY_GATE),
    /** "View as …?" */
    STORY_GATE_SHOWN(Dimension.STORY_GATE),

    BLOCK_RESTRICT(Dimension.BLOCK),
    BLOCK_LIMIT(Dimension.BLOCK),
    /** The older title, "Action Blocked". */
    BLOCK_ACTION_BLOCKED(Dimension.BLOCK),

    QUOTED_WORDS_NONE(Dimension.QUOTED_WORDS),
    /** Every conversation has a bubble with the words of a block dialog. */
    QUOTED_WORDS_IN_BUBBLE(Dimension.QUOTED_WORDS),

    /** What becomes of the cookie of a session that is no more. */
    REVOKED_COOKIE_STAYS(Dimension.REVOKED),
    REVOKED_COOKIE_DELETED(Dimension.REVOKED),

    MISSING_NOT_FOUND(Dimension.MISSING),
    /** The same words, with status 200. */
    MISSING_OK(Dimension.MISSING),
    /** "Profile isn't available", with status 200. */
    MISSING_NEWER(Dimension.MISSING),

    STANDING_GOOD(Dimension.STANDING),
    STANDING_SUSPENDED(Dimension.STANDING),
    STANDING_DISABLED(Dimension.STANDING),
    STANDING_SCRAPING_WARNING(Dimension.STANDING),
    STANDING_DATA_CHANGES(Dimension.STANDING),
    STANDING_TERMS(Dimension.STANDING),
    STANDING_ADS_CHOICE(Dimension.STANDING);

    private final Dimension dimension;

    Variant(Dimension dimension) {
        this.dimension = dimension;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** The name in JSON, for example {@code meta} for {@link #LOGIN_META}. */
    public String label() {
        return name().substring(dimension.name().length() + 1).toLowerCase(Locale.ROOT);
    }
}
