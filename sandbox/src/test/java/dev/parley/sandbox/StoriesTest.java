package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Story;
import dev.parley.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SandboxExtension.class)
class StoriesTest {
    private static final World WORLD = new World(1);
    private static final Instant NOW = Instant.parse("2030-06-01T12:00:00Z");
    private static final Person TELLER = teller(person -> !person.isPrivate());

    private final SandboxServer sandbox;
    private TestingApp app;

    StoriesTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        app = new TestingApp(sandbox.baseUrl());
    }

    @BeforeEach
    void signIn() {
        sandbox.setNow(NOW);
        app = new TestingApp(sandbox.baseUrl())
                .authorizedBy(sandbox.makeAccounts("fan", 1).getFirst().authorization());
    }

    @Test
    void the_tray_shows_whom_the_account_follows() {
        assertThat(tray().size()).isZero();

        app.follow(TELLER.id());

        JsonNode ring = tray().get(0);
        assertThat(ring.at("/user/username").asString()).isEqualTo(TELLER.username());
        assertThat(ring.get("media_count").asInt()).isEqualTo(stories().size());
        assertThat(ring.get("seen").asLong()).isZero();
    }

    @Test
    void what_was_watched_is_seen_once() {
        Story first = stories().getFirst();
        app.follow(TELLER.id());

        watch(first);
        watch(first);

        assertThat(sandbox.storyViews("fan.1"))
                .singleElement()
                .matches(view ->
                        view.asked() == 2 && view.times() == 1 && view.media().equals(first.id()));
        assertThat(tray().at("/0/seen").asLong()).isEqualTo(first.takenAt().getEpochSecond());
    }

    @Test
    void a_person_without_stories_has_no_reel() {
        Person silent = WORLD.people().all().stream()
                .filter(person ->
                        !person.deleted() && WORLD.stories().of(person, NOW).isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(reel(silent).isNull()).isTrue();
        assertThat(reel(teller(Person::isPrivate)).isNull()).isTrue();
        assertThat(app.get("/api/v1/feed/user/7/story/").message()).isEqualTo("User not found");
    }

    @Test
    void stories_end_after_a_day() {
        JsonNode items = reel(TELLER).get("items");
        assertThat(items.size()).isEqualTo(stories().size());
        String first = items.at("/0/id").asString();

        sandbox.advance(Duration.ofDays(1));

        assertThat(reel(TELLER).path("items").valueStream())
                .noneMatch(item -> item.get("id").asString().equals(first));
        assertThat(app.get("/api/v1/media/" + first + "/info/").status()).isEqualTo(400);
    }

    private void watch(Story story) {
        String key = story.id() + "_" + story.owner().id();
        long now = NOW.getEpochSecond();
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "container_module",
                        "feed_timeline",
                        "reels",
                        Map.of(key, List.of(story.takenAt().getEpochSecond() + "_" + now))));
        app.postForm("/api/v2/media/seen/?reel=1&live_vod=0", Map.of("signed_body", "SIGNATURE." + body));
    }

    private JsonNode tray() {
        return app.post("/api/v1/feed/reels_tray/", Map.of("reason", "cold_start"))
                .json()
                .get("tray");
    }

    private JsonNode reel(Person person) {
        return app.get("/api/v1/feed/user/" + person.id() + "/story/").json().get("reel");
    }

    private static List<Story> stories() {
        return WORLD.stories().of(TELLER, NOW);
    }

    private static Person teller(Predicate<Person> like) {
        return WORLD.people().all().stream()
                .filter(like)
                .filter(person -> WORLD.stories().of(person, NOW).size() > 1)
                .findFirst()
                .orElseThrow();
    }
}
