package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Media;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.sandbox.world.Post;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people post. */
public abstract class PostsContract extends CapabilityContract {

    protected PostsContract(DriverKit kit) {
        super(kit, Capability.POSTS);
    }

    @Test
    void pages_through_what_somebody_posted_to_its_end() {
        Instagram instagram = open(ALMA);
        Post newest = world().posts().findFirst().orElseThrow();
        Person owner = world().named(newest.owner(), instagram);

        List<Media> posts = all(cursor -> instagram.posts(owner, cursor)).toList();

        assertThat(posts).extracting(Media::id).doesNotHaveDuplicates().contains(new MediaId(newest.id()));
        assertThat(posts).allMatch(post -> post.owner().id().equals(owner.id()));
        assertThat(posts).isSortedAccordingTo((a, b) -> b.takenAt().compareTo(a.takenAt()));
    }

    @Test
    void says_whether_the_account_likes_them() {
        Instagram instagram = open(ALMA);
        Post newest = world().posts().findFirst().orElseThrow();
        Person owner = world().named(newest.owner(), instagram);
        done(instagram.like(world().named(newest)));

        assertThat(all(cursor -> instagram.posts(owner, cursor)).filter(post -> Boolean.TRUE.equals(post.liked())))
                .singleElement()
                .matches(post -> post.code().equals(newest.code()));
    }

    @Test
    void is_refused_the_posts_of_private_people_and_of_nobody() {
        Instagram instagram = open(ALMA);
        Person hidden = world().named(world().somebody(person -> person.isPrivate()), instagram);

        assertThat(refusal(instagram.posts(hidden, null))).isInstanceOf(Refusal.PrivateAccount.class);
        assertThat(refusal(instagram.posts(new Person(new PersonId("7"), "nobody"), null)))
                .isInstanceOf(Refusal.UserNotFound.class);
    }
}
