package dev.parley.server.identity;

import org.springframework.stereotype.Component;

/** Whether the password alone is enough on this instance. */
@Component
public class FactorPolicy {

    private final IdentitySettings settings;
    private final SecondFactors secondFactors;

    FactorPolicy(IdentitySettings settings, SecondFactors secondFactors) {
        this.settings = settings;
        this.secondFactors = secondFactors;
    }

    /** Whether the person has to set up a second factor before anything else. */
    public boolean isDue(Person person) {
        return settings.adminsNeedSecondFactor()
                && person.isAdmin()
                && secondFactors.of(person.id()).isEmpty();
    }
}
