package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Media;
import dev.parley.instagram.Page;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Recent posts under a hashtag. */
public abstract class HashtagContract extends CapabilityContract {

    protected HashtagContract(DriverKit kit) {
        super(kit, Capability.HASHTAG);
    }

    @Test
    void pages_through_a_hashtag_to_its_end() {
        Instagram instagram = open(ALMA);

        List<Media> posts = all(cursor -> instagram.hashtag("#travel", cursor)).toList();

        assertThat(posts).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        assertThat(posts).isSortedAccordingTo((a, b) -> b.takenAt().compareTo(a.takenAt()));
        assertThat(posts.stream()
                        .map(Media::owner)
                        .filter(Predicate.not(Profile::isPrivate))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(100);
    }

    @Test
    void finds_nothing_under_a_hashtag_that_nobody_used() {
        Page<Media> page = done(open(ALMA).hashtag("nobodyeverusedthis", null));

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isNull();
    }

    @Test
    void asks_nothing_about_what_cannot_be_a_hashtag() {
        assertThat(refusal(open(ALMA).hashtag("two words", null))).isInstanceOf(Refusal.InvalidTarget.class);
    }
}
