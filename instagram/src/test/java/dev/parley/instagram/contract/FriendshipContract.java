package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Friendship;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the account stands to people. */
public abstract class FriendshipContract extends CapabilityContract {

    private static final int SOME = 20;

    protected FriendshipContract(DriverKit kit) {
        super(kit, Capability.FRIENDSHIP);
    }

    @Test
    void sees_no_friendship_where_there_is_none() {
        Instagram instagram = open(ALMA);

        Friendship friendship = done(instagram.friendship(world().named(world().somebody(), instagram)));

        assertThat(friendship.inForce()).isFalse();
    }

    @Test
    void looks_at_many_at_once_and_leaves_out_people_who_are_gone() {
        Instagram instagram = open(ALMA);
        List<Person> people = new ArrayList<>(world().people()
                .limit(SOME)
                .map(person -> world().named(person, instagram))
                .toList());
        Person gone = sandbox().people().stream()
                .filter(person -> person.deleted())
                .map(person -> world().named(person, instagram))
                .findFirst()
                .orElseThrow();
        people.add(gone);

        Map<PersonId, Friendship> friendships = done(instagram.friendships(people));

        assertThat(friendships).hasSize(SOME).doesNotContainKey(gone.id());
        assertThat(friendships.values()).noneMatch(Friendship::inForce);
    }
}
