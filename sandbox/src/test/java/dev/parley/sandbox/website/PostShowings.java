package dev.parley.sandbox.website;

import dev.parley.sandbox.website.variant.Variant;
import java.util.stream.Stream;

/** Hashtags, posts and stories. */
final class PostShowings {

    private PostShowings() {}

    static Stream<Showing> all() {
        return posts();
    }

    private static Stream<Showing> posts() {
        return Stream.of(
                Showing.of(
                        Variant.LIKE_BUTTON,
                        Showing.Who.MEMBER,
                        "/p/{post}/",
                        "<button type=\"button\" class=\"bare\" data-like-post",
                        "aria-label=\"Like\"",
                        "Add a comment…"),
                Showing.of(Variant.LIKE_DIV, Showing.Who.MEMBER, "/p/{post}/", "class=\"button bare\" data-like-post"),
                Showing.of(Variant.COMMENT_LIKES_SHOWN, Showing.Who.MEMBER, "/p/{post}/", "data-like-remark"),
                Showing.of(Variant.COMMENT_LIKES_NONE, Showing.Who.MEMBER, "/p/{post}/")
                        .without("data-like-remark"),
                Showing.of(
                        Variant.POST_MODAL,
                        Showing.Who.MEMBER,
                        "/explore/tags/travel/",
                        "data-opens-modal",
                        "href=\"/p/"),
                Showing.of(Variant.POST_PAGE, Showing.Who.MEMBER, "/explore/tags/travel/", "href=\"/p/")
                        .without("data-opens-modal"),
                Showing.of(Variant.REEL_STAYS, Showing.Who.MEMBER, "/reel/{post}/", "data-pk=\"{pk}\""),
                Showing.of(Variant.REEL_BOUNCES, Showing.Who.MEMBER, "/reel/{post}/", "data-pk")
                        .without("data-pk=\"{pk}\""),
                Showing.of(
                        Variant.HASHTAG_DIRECT,
                        Showing.Who.MEMBER,
                        "/explore/tags/travel/",
                        "<h2>#travel</h2>",
                        "href=\"/p/"),
                Showing.of(
                        Variant.HASHTAG_REDIRECT,
                        Showing.Who.MEMBER,
                        "/explore/tags/travel/",
                        "<h2>#travel</h2>",
                        "href=\"/p/"),
                Showing.of(Variant.HASHTAG_EMPTY, Showing.Who.MEMBER, "/explore/tags/travel/", "<h2>#travel</h2>")
                        .without("href=\"/p/"),
                Showing.of(
                                Variant.STORY_GATE_NONE,
                                Showing.Who.MEMBER,
                                "/stories/{teller}/",
                                "Reply to {teller}...",
                                "aria-label=\"Pause\"",
                                "Stories")
                        .without("View as"),
                Showing.of(
                        Variant.STORY_GATE_SHOWN,
                        Showing.Who.MEMBER,
                        "/stories/{teller}/",
                        "View as fan.1?",
                        "View story"));
    }
}
