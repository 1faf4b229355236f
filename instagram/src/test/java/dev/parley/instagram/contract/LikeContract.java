package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Post;
import dev.parley.instagram.Refusal;
import dev.parley.sandbox.like.LikeTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import org.junit.jupiter.api.Test;

/** Liking posts. */
public abstract class LikeContract extends CapabilityContract {

    private static final Post NEVER_POSTED = new Post(new MediaId("12345_67890"), "DA5");

    protected LikeContract(DriverKit kit) {
        super(kit, Capability.LIKE);
    }

    @Test
    void likes_a_post_and_takes_it_back() {
        Instagram instagram = open(ALMA);
        Post post = post();
        assertThat(done(instagram.media(post)).liked()).isFalse();

        assertThat(done(instagram.like(post)).liked()).isTrue();

        assertThat(done(instagram.media(post)).liked()).isTrue();
        assertThat(sandbox().likes(ALMA))
                .singleElement()
                .matches(like -> like.asked() == 1 && like.times() == 1 && like.inForce());

        assertThat(done(instagram.unlike(post)).liked()).isFalse();
        assertThat(done(instagram.media(post)).liked()).isFalse();
        assertThat(sandbox().likes(ALMA)).noneMatch(LikeTruth::inForce);
    }

    @Test
    void sees_whose_post_it_is() {
        var post = world().posts().findFirst().orElseThrow();

        assertThat(done(open(ALMA).media(world().named(post))).owner().username())
                .isEqualTo(post.owner().username());
    }

    @Test
    void says_that_a_post_is_gone() {
        Instagram instagram = open(ALMA);

        assertThat(refusal(instagram.media(NEVER_POSTED))).isInstanceOf(Refusal.MediaUnavailable.class);
        assertThat(refusal(instagram.like(NEVER_POSTED))).isInstanceOf(Refusal.MediaUnavailable.class);
    }

    @Test
    void believes_a_yes_that_is_none_until_it_looks() {
        Instagram instagram = open(ALMA);
        Post post = post();
        sandbox().script(ScriptedFault.of(Call.LIKE, Fault.NO_EFFECT));

        assertThat(done(instagram.like(post)).liked()).isTrue();
        assertThat(done(instagram.media(post)).liked()).isFalse();
    }

    private Post post() {
        return world().named(world().posts().findFirst().orElseThrow());
    }
}
