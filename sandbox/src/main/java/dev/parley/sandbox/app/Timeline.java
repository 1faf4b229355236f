package dev.parley.sandbox.app;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.state.FollowLists;
import dev.parley.sandbox.state.PostLists;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an account sees when it opens the app: the newest posts of those whom it follows, and its own; after every few of them something
 * that was paid for; and at the end the sign that this was all.
 */
record Timeline(PostPage page, Post advertised) {
    private static final int SIZE = 10;
    private static final int POSTS_TO_AN_AD = 4;

    /** Nothing when the cursor is none of ours. */
    static Optional<Timeline> of(Person viewer, SandboxState state, String cursor) {
        return PostPage.of(posts(viewer, state), cursor, SIZE).map(page -> new Timeline(page, advertised(state)));
    }

    private static List<Post> posts(Person viewer, SandboxState state) {
        List<Person> shown = Stream.concat(Stream.of(viewer), FollowLists.in(state).following(viewer).stream())
                .filter(person -> state.shows(person, viewer.id()))
                .toList();
        return PostLists.in(state).of(shown);
    }

    /** A business pays for the newest of its posts; nobody has to follow it. */
    private static Post advertised(SandboxState state) {
        var hashtags = state.world().hashtags();
        var tag = hashtags.all().getFirst();
        return hashtags.recent(tag, state.clock().instant(), null, tag.listed()).stream()
                .filter(post -> post.owner().business() && !post.owner().deleted())
                .findFirst()
                .orElseThrow();
    }

    Map<String, @Nullable Object> toJson(MediaJson media) {
        Map<String, @Nullable Object> body = Json.object("feed_items", items(media));
        page.addPaging(body);
        return body;
    }

    private List<Map<String, @Nullable Object>> items(MediaJson media) {
        var items = new ArrayList<Map<String, @Nullable Object>>();
        for (Post post : page.posts()) {
            items.add(Json.object("media_or_ad", media.of(post)));
            if (items.size() % (POSTS_TO_AN_AD + 1) == POSTS_TO_AN_AD) {
                items.add(Json.object("media_or_ad", ad(media)));
            }
        }
        if (page.next() == null) {
            items.add(Json.object(
                    "end_of_feed_demarcator", Json.object("id", 1, "title", "You're all caught up", "subtitle", "")));
        }
        return items;
    }

    private Map<String, @Nullable Object> ad(MediaJson media) {
        Map<String, @Nullable Object> ad = media.of(advertised);
        ad.putAll(Json.object(
                "ad_id",
                Long.toString(advertised.pk() + 1),
                "ad_action",
                "Learn More",
                "dr_ad_type",
                1,
                "injected",
                Json.object("label", "Sponsored", "is_demo", false, "show_icon", true)));
        return ad;
    }
}
