package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Friendship;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Person;
import dev.parley.instagram.Refusal;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Following and unfollowing, for drivers that also see friendships. */
public abstract class FollowContract extends CapabilityContract {

    protected FollowContract(DriverKit kit) {
        super(kit, Capability.FOLLOW);
    }

    @Test
    void follows_and_unfollows() {
        Instagram instagram = open(ALMA);
        Person target = world().named(world().somebody(), instagram);

        assertThat(done(instagram.follow(target)).following()).isTrue();
        assertThat(done(instagram.friendship(target)).following()).isTrue();
        assertThat(sandbox().follows(ALMA))
                .singleElement()
                .matches(follow -> follow.asked() == 1 && follow.times() == 1 && follow.inForce());

        assertThat(done(instagram.unfollow(target)).inForce()).isFalse();
        assertThat(done(instagram.friendship(target)).inForce()).isFalse();
        assertThat(sandbox().follows(ALMA)).noneMatch(FollowTruth::inForce);
    }

    @Test
    void asks_a_private_person() {
        Instagram instagram = open(ALMA);
        Person target = world().named(world().somebody(person -> person.isPrivate()), instagram);

        Friendship asked = done(instagram.follow(target));

        assertThat(asked.requested()).isTrue();
        assertThat(asked.following()).isFalse();
        assertThat(done(instagram.friendship(target)).requested()).isTrue();
    }

    @Test
    void does_not_follow_somebody_who_is_gone() {
        Instagram instagram = open(ALMA);
        Person gone = sandbox().people().stream()
                .filter(person -> person.deleted())
                .map(person -> world().named(person, instagram))
                .findFirst()
                .orElseThrow();

        assertThat(refusal(instagram.follow(gone))).isInstanceOf(Refusal.UserNotFound.class);
        assertThat(sandbox().follows(ALMA)).isEmpty();
    }

    @Test
    void believes_a_yes_that_is_none_until_it_looks() {
        Instagram instagram = open(ALMA);
        Person target = world().named(world().somebody(), instagram);
        sandbox().script(ScriptedFault.of(Call.FOLLOW, Fault.NO_EFFECT));

        assertThat(done(instagram.follow(target)).following()).isTrue();
        assertThat(done(instagram.friendship(target)).following()).isFalse();
    }

    @Test
    void ends_within_its_deadline_when_the_answer_is_late() {
        Instagram patient = open(ALMA);
        Person target = world().named(world().somebody(), patient);
        sandbox().script(ScriptedFault.of(Call.FOLLOW, Fault.DELAY).delayedBy(Duration.ofMinutes(5)));

        Instagram hasty = driver(Duration.ofMillis(500)).open(patient.session());

        assertThat(refusal(hasty.follow(target))).isInstanceOf(Refusal.Unanswered.class);
    }
}
