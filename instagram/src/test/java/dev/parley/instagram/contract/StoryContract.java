package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Person;
import dev.parley.instagram.Stories.Ring;
import dev.parley.instagram.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Watching stories. */
public abstract class StoryContract extends CapabilityContract {

    /** The same stories at every run. */
    private static final Instant NOW = Instant.parse("2030-06-01T12:00:00Z");

    protected StoryContract(DriverKit kit) {
        super(kit, Capability.STORIES);
    }

    @BeforeEach
    void stopTheClock() {
        sandbox().setNow(NOW);
    }

    @Test
    void sees_somebodys_stories_and_watches_them() {
        Instagram instagram = open(ALMA);
        var teller = world().tellers().findFirst().orElseThrow();
        Person owner = world().named(teller, instagram);

        List<Story> stories = done(instagram.stories(owner));
        assertThat(stories)
                .hasSameSizeAs(sandbox().stories(teller))
                .noneMatch(story -> Boolean.TRUE.equals(story.seen()));

        assertThat(done(instagram.watch(stories)).count()).isEqualTo(stories.size());

        assertThat(sandbox().storyViews(ALMA))
                .hasSameSizeAs(stories)
                .allMatch(view -> view.asked() == 1 && view.times() == 1)
                .allMatch(view -> view.target().equals(teller.username()));
        assertThat(done(instagram.stories(owner))).noneMatch(story -> Boolean.FALSE.equals(story.seen()));
    }

    @Test
    void shows_in_the_tray_whom_the_account_follows() {
        Instagram instagram = open(ALMA);
        assertThat(done(instagram.storyTray())).isEmpty();
        var teller = world().tellers().findFirst().orElseThrow();

        done(instagram.follow(world().named(teller, instagram)));

        assertThat(done(instagram.storyTray()))
                .extracting(Ring::owner)
                .extracting(Person::username)
                .containsExactly(teller.username());
    }

    @Test
    void finds_no_story_where_there_is_none() {
        Instagram instagram = open(ALMA);
        var silent = world().people()
                .filter(person -> sandbox().stories(person).isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(done(instagram.stories(world().named(silent, instagram)))).isEmpty();
        assertThat(done(instagram.watch(List.of())).count()).isZero();
    }

    @Test
    void finds_a_story_gone_after_a_day() {
        Instagram instagram = open(ALMA);
        Person owner = world().named(world().tellers().findFirst().orElseThrow(), instagram);
        List<Story> today = done(instagram.stories(owner));

        sandbox().advance(Duration.ofDays(1));

        assertThat(done(instagram.stories(owner)))
                .extracting(Story::id)
                .doesNotContainAnyElementsOf(today.stream().map(Story::id).toList());
    }
}
