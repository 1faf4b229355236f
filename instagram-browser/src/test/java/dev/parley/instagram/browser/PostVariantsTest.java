package dev.parley.instagram.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Instagram;
import dev.parley.instagram.Person;
import dev.parley.instagram.Post;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Story;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Variant;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashtags, likes and stories, in all forms of their pages and of what lies on the way. */
class PostVariantsTest extends SiteVariants {

    /** The same stories at every run. */
    private static final Instant NOW = Instant.parse("2030-06-01T12:00:00Z");

    PostVariantsTest(SandboxServer sandbox) {
        super(sandbox);
    }

    @BeforeEach
    void stopTheClock() {
        sandbox.setNow(NOW);
    }

    static Stream<Variant> variants() {
        return of(
                Dimension.LIKE,
                Dimension.COMMENT_LIKES,
                Dimension.POST,
                Dimension.REEL,
                Dimension.HASHTAG,
                Dimension.STORY_GATE,
                Dimension.COOKIES,
                Dimension.SAVE_INFO,
                Dimension.NOTIFICATIONS);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("variants")
    void finds_likes_and_watches_whatever_the_site_looks_like(Variant variant) {
        sandbox.website().variant(variant);

        findsLikesAndWatches(signedIn());
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 31})
    void finds_likes_and_watches_whatever_comes_together(long seed) {
        Instagram instagram = signedIn();
        sandbox.website().byChance(seed).variant(Variant.COOKIES_DIV);

        findsLikesAndWatches(instagram);
    }

    private void findsLikesAndWatches(Instagram instagram) {
        assertThat(done(instagram.hashtag("travel", null)).items()).isNotEmpty();
        likesAndUnlikes(instagram);
        List<Story> stories = told(instagram);

        assertThat(done(instagram.watch(stories)).count()).isEqualTo(stories.size());

        assertThat(sandbox.storyViews(ALMA))
                .hasSameSizeAs(stories)
                .allMatch(view -> view.asked() == 1 && view.times() == 1);
    }

    private void likesAndUnlikes(Instagram instagram) {
        Post post = world().named(world().posts().findFirst().orElseThrow());

        assertThat(done(instagram.like(post)).liked()).isTrue();
        assertThat(done(instagram.media(post)).liked()).isTrue();
        assertThat(done(instagram.unlike(post)).liked()).isFalse();

        assertThat(sandbox.likes(ALMA))
                .singleElement()
                .matches(like -> like.asked() == 1 && like.times() == 1 && !like.inForce());
    }

    /** Those of somebody who shows more than one. */
    private List<Story> told(Instagram instagram) {
        var teller = world().tellers()
                .filter(person -> sandbox.stories(person).size() > 1)
                .findFirst()
                .orElseThrow();
        Person owner = world().named(teller, instagram);
        return done(instagram.stories(owner));
    }

    @Test
    void watches_nothing_more_once_the_last_one_wanted_was_told() {
        Instagram instagram = signedIn();
        List<Story> first = told(instagram).subList(0, 1);

        assertThat(done(instagram.watch(first)).count()).isOne();
        done(instagram.currentUser());

        assertThat(sandbox.storyViews(ALMA)).hasSize(1);
    }

    @Test
    void stops_watching_at_a_block() {
        Instagram instagram = signedIn();
        List<Story> stories = told(instagram);
        sandbox.script(
                ScriptedFault.of(Call.STORY_SEEN, Fault.FEEDBACK_REQUIRED).times(1));

        assertThat(refusal(instagram.watch(stories))).isInstanceOf(Refusal.ActionBlocked.class);

        assertThat(sandbox.storyViews(ALMA)).singleElement().matches(view -> view.times() == 0);
    }
}
