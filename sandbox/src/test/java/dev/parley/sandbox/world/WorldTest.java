package dev.parley.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private final World world = new World(1);

    @Test
    void the_same_seed_makes_the_same_world_and_another_one_another() {
        World same = new World(1);
        Hashtag travel = world.hashtags().named("travel").orElseThrow();

        assertThat(same.people().all()).isEqualTo(world.people().all());
        assertThat(same.hashtags().recent(travel, NOW, null, 50))
                .isEqualTo(world.hashtags().recent(travel, NOW, null, 50));
        assertThat(new World(2).people().all()).isNotEqualTo(world.people().all());
    }

    @Test
    void there_are_thousands_of_people_with_names_of_their_own() {
        List<Person> people = world.people().all();

        assertThat(people).hasSizeGreaterThan(3_000);
        assertThat(people)
                .extracting(Person::username)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9._]{3,30}"));
        assertThat(people).extracting(Person::id).doesNotHaveDuplicates();
        assertThat(people).allMatch(person -> world.people().withId(person.id()).orElseThrow() == person);
        assertThat(share(people.stream().filter(Person::isPrivate).count())).isBetween(0.12, 0.18);
        assertThat(share(people.stream().filter(Person::deleted).count())).isBetween(0.02, 0.04);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 42, -7, Long.MAX_VALUE})
    void travel_always_has_enough_people_to_follow(long seed) {
        World any = new World(seed);
        Hashtag travel = any.hashtags().named("travel").orElseThrow();

        List<Post> posts = any.hashtags().recent(travel, NOW, null, 300);

        assertThat(posts).hasSize(300);
        assertThat(posts.stream()
                        .map(Post::owner)
                        .filter(person -> !person.isPrivate() && !person.deleted())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(100);
    }

    @Test
    void new_posts_come_with_time_and_old_ones_stay_what_they_were() {
        Hashtag travel = world.hashtags().named("travel").orElseThrow();
        Post newest = world.hashtags().recent(travel, NOW, null, 1).getFirst();
        Instant later = NOW.plus(Duration.ofHours(1));

        assertThat(world.hashtags().recent(travel, later, null, 100)).contains(newest);
        assertThat(world.hashtags().recent(travel, later, null, 1).getFirst()).isNotEqualTo(newest);
        assertThat(world.hashtags().post(newest.pk(), later)).contains(newest);
    }

    @Test
    void the_follow_graph_reads_the_same_from_both_ends() {
        FollowGraph follows = world.follows();
        for (Person person : world.people().all().subList(0, 40)) {
            List<Person> following = follows.following(person);
            assertThat(following)
                    .doesNotHaveDuplicates()
                    .doesNotContain(person)
                    .hasSize(follows.followingCount(person));
            assertThat(new HashSet<>(follows.followers(person))).hasSize(follows.followerCount(person));
            following.stream()
                    .limit(3)
                    .forEach(followed -> assertThat(follows.followers(followed)).contains(person));
        }
    }

    private double share(long count) {
        return (double) count / world.people().all().size();
    }

    @Test
    void somebodys_posts_are_those_that_the_hashtags_list() {
        Hashtag travel = world.hashtags().named("travel").orElseThrow();
        Post post = world.hashtags().recent(travel, NOW, null, 1).getFirst();

        List<Post> posts = world.hashtags().by(Set.of(post.owner().id()), NOW);

        assertThat(posts).contains(post).allMatch(each -> each.owner().equals(post.owner()));
        assertThat(posts).allMatch(each -> world.hashtags().post(each.pk(), NOW).isPresent());
    }
}
