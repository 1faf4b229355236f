package dev.parley.server.factor;

import dev.parley.server.core.UserId;
import org.springframework.stereotype.Component;

/** Reads what a person has set up. */
@Component
class ReadFactors {

    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;

    ReadFactors(Authenticators authenticators, RecoveryCodes recoveryCodes) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
    }

    FactorsView of(UserId user) {
        var since = authenticators.find(user).map(Authenticators.Authenticator::confirmedAt);
        return new FactorsView(since.orElse(null), recoveryCodes.left(user));
    }
}
