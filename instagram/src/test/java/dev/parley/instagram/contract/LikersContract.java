package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Shortcode;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who likes posts. */
public abstract class LikersContract extends CapabilityContract {

    private static final int NAMED = 1_000;

    protected LikersContract(DriverKit kit) {
        super(kit, Capability.LIKERS);
    }

    @Test
    void names_who_likes_a_post_and_oneself_once_one_does() {
        Instagram instagram = open(ALMA);
        Post post = post(owner -> !owner.isPrivate());
        List<String> before = likers(instagram, post);
        assertThat(before)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(sandbox().likers(post).stream()
                        .limit(NAMED)
                        .map(Person::username)
                        .toList());

        done(instagram.like(world().named(post)));

        assertThat(before).isNotEmpty().doesNotContain(ALMA);
        assertThat(likers(instagram, post)).contains(ALMA);
    }

    @Test
    void is_refused_who_likes_the_posts_of_private_people() {
        Post post = post(Person::isPrivate);

        assertThat(refusal(open(ALMA).likers(new Shortcode(post.code())))).isInstanceOf(Refusal.PrivateAccount.class);
    }

    @Test
    void says_that_a_post_is_gone() {
        assertThat(refusal(open(ALMA).likers(new Shortcode("DA5")))).isInstanceOf(Refusal.MediaUnavailable.class);
    }

    private Post post(Predicate<Person> owner) {
        return sandbox().posts("travel", Integer.MAX_VALUE).stream()
                .filter(post -> owner.test(post.owner()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> likers(Instagram instagram, Post post) {
        return done(instagram.likers(new Shortcode(post.code()))).stream()
                .map(Profile::username)
                .toList();
    }
}
