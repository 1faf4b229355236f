package dev.parley.server.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.Media;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.instagram.Profile;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SieveTest {

    private static final Profile OPEN = profile("1", "open.olga", false);
    private static final Profile SHY = profile("2", "shy.sam", true);
    private static final Friendship STRANGER = new Friendship(false, false, false, false, false);
    private static final Friendship FOLLOWED = new Friendship(true, false, false, false, false);
    private static final Friendship ASKED = new Friendship(false, true, false, false, true);
    private static final Friendship BLOCKED = new Friendship(false, false, false, true, false);

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void lets_strangers_through() {
        assertThat(sieve(OPEN, STRANGER).sift(seen(OPEN)).isCandidate()).isTrue();
    }

    @Test
    void leaves_out_whom_the_account_follows_or_has_asked() {
        assertThat(sieve(OPEN, FOLLOWED).sift(seen(OPEN)).reason()).isEqualTo(ErrorCode.FOLLOW_ALREADY);
        assertThat(sieve(SHY, ASKED).sift(seen(SHY)).reason()).isEqualTo(ErrorCode.FOLLOW_ALREADY);
    }

    @Test
    void leaves_out_whom_the_account_blocks() {
        assertThat(sieve(OPEN, BLOCKED).sift(seen(OPEN)).reason()).isEqualTo(ErrorCode.FOLLOW_REFUSED);
    }

    @Test
    void leaves_out_who_is_gone() {
        assertThat(sieve(SHY, STRANGER).sift(seen(OPEN)).reason()).isEqualTo(ErrorCode.FOLLOW_TARGET_GONE);
    }

    @Test
    void leaves_out_private_people_only_if_it_shall() {
        assertThat(sieve(SHY, STRANGER).sift(seen(SHY)).isCandidate()).isTrue();
        assertThat(sieve(Filters.PUBLIC_ONLY, SHY, STRANGER, Set.of(), Set.of())
                        .sift(seen(SHY))
                        .reason())
                .isEqualTo(ErrorCode.FOLLOW_PRIVATE);
    }

    @Test
    void leaves_out_protected_people_before_all_else() {
        assertThat(sieve(Filters.PUBLIC_ONLY, OPEN, FOLLOWED, Set.of(OPEN.id()), Set.of(OPEN.username()))
                        .sift(seen(OPEN))
                        .reason())
                .isEqualTo(ErrorCode.FOLLOW_PROTECTED);
    }

    @Test
    void leaves_out_whom_the_account_has_touched_before() {
        assertThat(sieve(Filters.NONE, OPEN, STRANGER, Set.of(OPEN.id()), Set.of())
                        .sift(seen(OPEN))
                        .reason())
                .isEqualTo(ErrorCode.FOLLOW_TOUCHED_BEFORE);
    }

    @Test
    void leaves_out_whose_post_the_account_likes_and_asks_for_no_friendships_to_like() {
        assertThat(liking(Set.of()).sift(seen(OPEN, true)).reason()).isEqualTo(ErrorCode.LIKE_ALREADY);
        assertThat(liking(Set.of()).sift(seen(OPEN, false)).isCandidate()).isTrue();
        assertThat(liking(Set.of()).sift(seen(OPEN, null)).post()).isEqualTo(new Post(new MediaId("7_1"), "CODE"));
        assertThat(liking(Set.of(OPEN.id())).sift(seen(OPEN, false)).reason()).isEqualTo(ErrorCode.LIKE_TOUCHED_BEFORE);
    }

    @Test
    void leaves_out_who_shows_no_post_to_like_and_says_why() {
        assertThat(liking(Set.of()).sift(Sighting.whole(OPEN)).reason()).isEqualTo(ErrorCode.LIKE_NO_POST);
        assertThat(liking(Set.of()).sift(Sighting.whole(SHY)).reason()).isEqualTo(ErrorCode.FOLLOW_PRIVATE);
    }

    private static Sieve sieve(Profile person, Friendship friendship) {
        return sieve(Filters.NONE, person, friendship, Set.of(), Set.of());
    }

    private static Sieve sieve(
            Filters filters,
            Profile person,
            Friendship friendship,
            Set<PersonId> touched,
            Set<String> protectedUsernames) {
        return new Sieve(
                JobAction.FOLLOW,
                new Judge(filters, NOW),
                Map.of(person.id(), friendship),
                touched,
                protectedUsernames);
    }

    private static Sieve liking(Set<PersonId> touched) {
        return new Sieve(JobAction.LIKE, new Judge(Filters.NONE, NOW), Map.of(), touched, Set.of());
    }

    private static Sighting seen(Profile person) {
        return Sighting.of(person);
    }

    private static Sighting seen(Profile person, @Nullable Boolean liked) {
        return Sighting.of(new Media(new MediaId("7_1"), "CODE", person, Instant.EPOCH, null, 0, liked));
    }

    private static Profile profile(String id, String username, boolean isPrivate) {
        return new Profile(new PersonId(id), username, username, isPrivate, false, false, null, null, null, null);
    }
}
