package dev.parley.instagram.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Instagram;
import dev.parley.instagram.Person;
import dev.parley.instagram.Refusal;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Variant;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Following and unfollowing, in all forms of the profile and of what lies on the way. */
class FollowVariantsTest extends SiteVariants {

    FollowVariantsTest(SandboxServer sandbox) {
        super(sandbox);
    }

    static Stream<Variant> variants() {
        return of(
                Dimension.FOLLOW,
                Dimension.SUGGESTIONS,
                Dimension.UNFOLLOW,
                Dimension.COOKIES,
                Dimension.SAVE_INFO,
                Dimension.NOTIFICATIONS);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("variants")
    void follows_and_unfollows_whatever_the_profile_looks_like(Variant variant) {
        sandbox.website().variant(variant);

        followsAndUnfollows(signedIn());
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 23})
    void follows_and_unfollows_whatever_comes_together(long seed) {
        Instagram instagram = signedIn();
        sandbox.website().byChance(seed).variant(Variant.COOKIES_DIV);

        followsAndUnfollows(instagram);
    }

    private void followsAndUnfollows(Instagram instagram) {
        Person open = somebody(instagram, person -> !person.isPrivate());
        Person closed = somebody(instagram, person -> person.isPrivate());

        assertThat(done(instagram.follow(open)).following()).isTrue();
        assertThat(done(instagram.follow(closed)).requested()).isTrue();
        assertThat(done(instagram.unfollow(open)).following()).isFalse();
        assertThat(done(instagram.unfollow(closed)).requested()).isFalse();

        assertThat(sandbox.follows(ALMA))
                .hasSize(2)
                .allMatch(follow -> follow.asked() == 1 && follow.times() == 1 && !follow.inForce());
    }

    static Stream<Variant> missing() {
        return Dimension.MISSING.variants().stream();
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("missing")
    void knows_a_missing_profile(Variant variant) {
        sandbox.website().variant(variant);
        var deleted = sandbox.people().stream()
                .filter(person -> person.deleted())
                .findFirst()
                .orElseThrow();
        Instagram instagram = signedIn();

        assertThat(refusal(instagram.follow(KIT.person(deleted, instagram, sandbox))))
                .isInstanceOf(Refusal.UserNotFound.class);
    }

    static Stream<Variant> blocks() {
        return Dimension.BLOCK.variants().stream();
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("blocks")
    void stops_at_a_block_in_whatever_words(Variant variant) {
        sandbox.website().variant(variant);
        Instagram instagram = signedIn();
        sandbox.script(ScriptedFault.of(Call.FOLLOW, Fault.FEEDBACK_REQUIRED).times(1));

        assertThat(refusal(instagram.follow(somebody(instagram, person -> true))))
                .isInstanceOf(Refusal.ActionBlocked.class);
    }

    @ParameterizedTest
    @MethodSource("standings")
    void leaves_what_the_site_has_against_the_account_to_its_owner(Variant variant) {
        Instagram instagram = signedIn();
        sandbox.website().variant(ALMA, variant);

        Refusal refusal = refusal(instagram.follow(somebody(instagram, person -> true)));

        assertThat(refusal)
                .isInstanceOf(
                        switch (variant) {
                            case STANDING_SUSPENDED, STANDING_DISABLED -> Refusal.AccountSuspended.class;
                            case STANDING_SCRAPING_WARNING -> Refusal.CheckpointRequired.class;
                            default -> Refusal.ConsentRequired.class;
                        });
        assertThat(sandbox.follows(ALMA)).isEmpty();
    }

    static Stream<Variant> standings() {
        return of(Dimension.STANDING);
    }

    @Test
    void leaves_cookies_that_cannot_be_declined_to_the_owner() {
        Instagram instagram = signedIn();
        sandbox.website().variant(Variant.COOKIES_ACCEPT);

        assertThat(refusal(instagram.follow(somebody(instagram, person -> true))))
                .isInstanceOf(Refusal.ConsentRequired.class);
        assertThat(sandbox.follows(ALMA)).isEmpty();
    }

    private Person somebody(Instagram instagram, Predicate<dev.parley.sandbox.world.Person> wanted) {
        return world().named(world().somebody(wanted), instagram);
    }
}
