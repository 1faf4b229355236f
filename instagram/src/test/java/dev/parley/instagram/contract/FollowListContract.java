package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Person;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who follows whom. */
public abstract class FollowListContract extends CapabilityContract {

    private static final int SOME = 5;

    protected FollowListContract(DriverKit kit) {
        super(kit, Capability.FOLLOW_LISTS);
    }

    @Test
    void lists_whom_the_account_follows() {
        Instagram instagram = open(ALMA);
        List<Person> targets = world().people()
                .limit(SOME)
                .map(person -> world().named(person, instagram))
                .toList();
        targets.forEach(target -> done(instagram.follow(target)));
        Person self = done(instagram.currentUser()).person();

        assertThat(all(cursor -> instagram.following(self, cursor)).map(Profile::username))
                .containsExactlyInAnyOrderElementsOf(
                        targets.stream().map(Person::username).toList());
        assertThat(all(cursor -> instagram.followers(targets.getFirst(), cursor))
                        .map(Profile::username))
                .contains(ALMA)
                .doesNotHaveDuplicates();
    }

    @Test
    void is_refused_the_lists_of_private_people() {
        Instagram instagram = open(ALMA);
        Person target = world().named(world().somebody(person -> person.isPrivate()), instagram);

        assertThat(refusal(instagram.followers(target, null))).isInstanceOf(Refusal.PrivateAccount.class);
        assertThat(refusal(instagram.following(target, null))).isInstanceOf(Refusal.PrivateAccount.class);
    }
}
