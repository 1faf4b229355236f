package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Media;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Instagram shows an account when it opens the app. */
public abstract class HomeFeedContract extends CapabilityContract {

    /** As many as fill more than one page. */
    private static final int SOME = 15;

    protected HomeFeedContract(DriverKit kit) {
        super(kit, Capability.FEED);
    }

    @Test
    void shows_the_posts_of_those_whom_the_account_follows_and_nothing_that_was_paid_for() {
        Instagram instagram = open(ALMA);
        List<Post> newest = world().posts().limit(SOME).toList();
        List<Person> followed = newest.stream().map(Post::owner).distinct().toList();
        followed.forEach(owner -> done(instagram.follow(world().named(owner, instagram))));

        List<Media> feed = all(instagram::feed).toList();

        assertThat(feed)
                .extracting(Media::code)
                .doesNotHaveDuplicates()
                .containsAll(newest.stream().map(Post::code).toList());
        assertThat(feed)
                .extracting(media -> media.owner().username())
                .isSubsetOf(followed.stream().map(Person::username).toList());
    }

    @Test
    void is_empty_for_an_account_that_follows_nobody() {
        assertThat(all(open(ALMA)::feed)).isEmpty();
    }
}
