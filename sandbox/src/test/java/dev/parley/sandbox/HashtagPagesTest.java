package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.TestingApp.Reply;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SandboxExtension.class)
class HashtagPagesTest {
    private final SandboxServer sandbox;
    private TestingApp app;

    HashtagPagesTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        app = new TestingApp(sandbox.baseUrl());
    }

    @BeforeEach
    void signIn() {
        app = new TestingApp(sandbox.baseUrl())
                .authorizedBy(sandbox.makeAccounts("reader", 1).getFirst().authorization());
    }

    @Test
    void travel_has_three_hundred_recent_posts_by_a_hundred_people_who_can_be_followed() {
        List<JsonNode> posts = allPages("travel", "recent");

        assertThat(posts).hasSizeGreaterThanOrEqualTo(300);
        assertThat(posts).extracting(post -> post.get("id").asString()).doesNotHaveDuplicates();
        assertThat(posts)
                .extracting(post -> post.get("taken_at").asLong())
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(posts.stream()
                        .map(post -> post.get("user"))
                        .filter(user -> !user.get("is_private").asBoolean())
                        .map(user -> user.get("username").asString())
                        .distinct()
                        .limit(120)
                        .filter(name -> app.get("/api/v1/users/" + name + "/usernameinfo/")
                                        .status()
                                == 200))
                .hasSizeGreaterThanOrEqualTo(100);
    }

    @Test
    void top_and_clips_are_other_orders_of_the_same_posts() {
        List<JsonNode> top = allPages("travel", "top");
        List<JsonNode> clips = allPages("travel", "clips");

        assertThat(top)
                .extracting(post -> post.get("like_count").asInt())
                .isSortedAccordingTo((a, b) -> Integer.compare(b, a));
        assertThat(clips).isNotEmpty().allMatch(post -> post.get("media_type").asInt() == 2);
    }

    @Test
    void a_post_can_be_looked_up() {
        JsonNode post = allPages("café", "recent").stream()
                .filter(each -> app.get("/api/v1/media/" + each.get("id").asString() + "/info/")
                                .status()
                        == 200)
                .findFirst()
                .orElseThrow();

        Reply reply = app.get("/api/v1/media/" + post.get("pk").asLong() + "/info/");

        assertThat(reply.json().at("/items/0/code").asString())
                .isEqualTo(post.get("code").asString());
        assertThat(app.get("/api/v1/media/12/info/").status()).isEqualTo(400);
    }

    @Test
    void what_somebody_posted_comes_newest_first_one_page_after_the_other() {
        Person owner = ownerOfMany(person -> !person.isPrivate());
        List<String> posts = sandbox.posts(owner).stream().map(Post::id).toList();

        var seen = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = app.get("/api/v1/feed/user/%d/?count=1&max_id=%s".formatted(owner.id(), cursor))
                    .json();
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            cursor = page.get("more_available").asBoolean()
                    ? page.get("next_max_id").asString()
                    : null;
        }

        assertThat(posts).hasSizeGreaterThan(2);
        assertThat(seen).isEqualTo(posts);
    }

    @Test
    void private_people_show_their_posts_to_followers_only() {
        long hidden = ownerOfMany(Person::isPrivate).id();

        assertThat(app.get("/api/v1/feed/user/" + hidden + "/").message()).isEqualTo("Not authorized to view user");
        assertThat(app.get("/api/v1/feed/user/7/").message()).isEqualTo("User not found");
        assertThat(app.get("/api/v1/feed/user/"
                                + ownerOfMany(person -> !person.isPrivate()).id() + "/?max_id=QVFE")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_unused_hashtag_is_an_empty_page() {
        assertThat(allPages("neverusedbefore", "recent")).isEmpty();
        assertThat(app.get("/api/v1/tags/neverusedbefore/info/")
                        .json()
                        .get("media_count")
                        .asInt())
                .isZero();
    }

    @Test
    void a_cursor_of_somebody_else_is_refused() {
        assertThat(page("travel", "recent", "QVFE").status()).isEqualTo(400);
    }

    private Person ownerOfMany(Predicate<Person> like) {
        return sandbox.posts("travel", Integer.MAX_VALUE).stream()
                .map(Post::owner)
                .filter(like)
                .filter(owner -> sandbox.posts(owner).size() > 2)
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> allPages(String tag, String tab) {
        var posts = new ArrayList<JsonNode>();
        String cursor = "";
        while (true) {
            JsonNode page = page(tag, tab, cursor).json();
            page.get("sections")
                    .forEach(section ->
                            section.at("/layout_content/medias").forEach(media -> posts.add(media.get("media"))));
            if (!page.get("more_available").asBoolean()) {
                return posts;
            }
            cursor = page.get("next_max_id").asString();
        }
    }

    private Reply page(String tag, String tab, String cursor) {
        String name = URLEncoder.encode(tag, StandardCharsets.UTF_8);
        return app.postForm("/api/v1/tags/" + name + "/sections/", TestingApp.fields("tab", tab, "max_id", cursor));
    }
}
