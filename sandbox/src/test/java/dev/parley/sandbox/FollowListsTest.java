package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import dev.parley.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SandboxExtension.class)
class FollowListsTest {
    private static final World WORLD = new World(1);
    private static final Person KNOWN =
            first(person -> !person.isPrivate() && WORLD.follows().followerCount(person) > 40);
    private static final Person PRIVATE = first(Person::isPrivate);

    private final SandboxServer sandbox;
    private TestingApp app;

    FollowListsTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        app = new TestingApp(sandbox.baseUrl());
    }

    @BeforeEach
    void signIn() {
        app = new TestingApp(sandbox.baseUrl())
                .authorizedBy(sandbox.makeAccounts("fan", 1).getFirst().authorization());
    }

    @Test
    void pages_hold_everybody_once_and_the_last_has_no_cursor() {
        List<String> listed = list(KNOWN.id(), "followers", 15);

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed).hasSize((int) WORLD.follows().followers(KNOWN).stream()
                .filter(person -> !person.deleted())
                .count());
    }

    @Test
    void a_new_follower_comes_first_and_shifts_no_page() {
        JsonNode first = page(KNOWN.id(), "followers", 15, "");

        app.follow(KNOWN.id());

        JsonNode second =
                page(KNOWN.id(), "followers", 15, first.get("next_max_id").asString());
        assertThat(names(second)).doesNotContainAnyElementsOf(names(first));
        assertThat(names(page(KNOWN.id(), "followers", 15, "")).getFirst()).isEqualTo("fan.1");
    }

    @Test
    void an_account_sees_whom_it_follows() {
        app.follow(KNOWN.id());
        app.follow(PRIVATE.id());

        assertThat(list(9_100_000_001L, "following", 15)).containsExactly(KNOWN.username());
    }

    @Test
    void the_home_feed_has_the_posts_of_those_who_are_followed_and_ads_between_them() {
        assertThat(feed("")).isEqualTo(List.of());
        List<Post> newest = sandbox.posts("travel", Integer.MAX_VALUE).stream()
                .filter(post -> !post.owner().isPrivate())
                .limit(15)
                .toList();
        newest.stream().map(Post::owner).distinct().forEach(owner -> app.follow(owner.id()));

        List<JsonNode> items = feed("");

        List<JsonNode> posts = items.stream().filter(item -> !item.has("ad_id")).toList();
        assertThat(items.size() - posts.size()).as("ads").isGreaterThanOrEqualTo(posts.size() / 5);
        assertThat(posts)
                .extracting(post -> post.get("code").asString())
                .doesNotHaveDuplicates()
                .containsAll(newest.stream().map(Post::code).toList());
        assertThat(posts)
                .extracting(post -> post.get("taken_at").asLong())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(app.post("/api/v1/feed/timeline/", Map.of("max_id", "QVFB")).status())
                .isEqualTo(400);
    }

    /** Posts and ads of this page and all after it. */
    private List<JsonNode> feed(String cursor) {
        JsonNode page =
                app.postForm("/api/v1/feed/timeline/", Map.of("max_id", cursor)).json();
        var items = new ArrayList<JsonNode>();
        page.get("feed_items").forEach(item -> {
            if (item.has("media_or_ad")) {
                items.add(item.get("media_or_ad"));
            }
        });
        if (page.get("more_available").asBoolean()) {
            items.addAll(feed(page.get("next_max_id").asString()));
        }
        return items;
    }

    @Test
    void private_people_show_their_lists_to_followers_only() {
        assertThat(app.get("/api/v1/friendships/" + PRIVATE.id() + "/followers/")
                        .message())
                .isEqualTo("Not authorized to view user");
    }

    @Test
    void a_cursor_of_somebody_else_is_refused() {
        assertThat(app.get("/api/v1/friendships/" + KNOWN.id() + "/following/?max_id=QVFB")
                        .status())
                .isEqualTo(400);
        assertThat(app.get("/api/v1/friendships/7/following/").message()).isEqualTo("User not found");
    }

    private List<String> list(long id, String which, int count) {
        var all = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = page(id, which, count, cursor);
            all.addAll(names(page));
            cursor = page.path("next_max_id").asString(null);
        }
        return all;
    }

    private JsonNode page(long id, String which, int count, String cursor) {
        return app.get("/api/v1/friendships/%d/%s/?count=%d&max_id=%s".formatted(id, which, count, cursor))
                .json();
    }

    private static List<String> names(JsonNode page) {
        return page.get("users")
                .valueStream()
                .map(user -> user.get("username").asString())
                .toList();
    }

    private static Person first(Predicate<Person> like) {
        return WORLD.people().all().stream()
                .filter(person -> !person.deleted())
                .filter(like)
                .findFirst()
                .orElseThrow();
    }
}
