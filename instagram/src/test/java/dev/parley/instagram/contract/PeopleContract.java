package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Looking people up. */
public abstract class PeopleContract extends CapabilityContract {

    protected PeopleContract(DriverKit kit) {
        super(kit, Capability.PEOPLE);
    }

    @Test
    void finds_somebody_by_any_spelling_of_the_name() {
        var somebody = world().somebody();

        Profile profile = done(open(ALMA).person("@" + somebody.username().toUpperCase(Locale.ROOT)));

        assertThat(profile.username()).isEqualTo(somebody.username());
        assertThat(profile.fullName()).isEqualTo(somebody.fullName());
        assertThat(profile.followerCount()).isNotNull();
        assertThat(profile.isPrivate()).isFalse();
    }

    @Test
    void says_that_nobody_has_this_name() {
        assertThat(refusal(open(ALMA).person("no.such.person"))).isInstanceOf(Refusal.UserNotFound.class);
    }

    @Test
    void asks_nothing_about_what_cannot_be_a_name() {
        Instagram instagram = open(ALMA);

        assertThat(refusal(instagram.person("two words"))).isInstanceOf(Refusal.InvalidTarget.class);
        assertThat(refusal(instagram.person("../p"))).isInstanceOf(Refusal.InvalidTarget.class);
    }
}
