package dev.parley.server.factor;

import dev.parley.server.core.UserId;
import org.springframework.stereotype.Component;

/** Reads what a person has set up. */
@Component
class ReadFactors {

    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;
    private final RelyingParty relyingParty;

    ReadFactors(
            Authenticators authenticators, Passkeys passkeys, RecoveryCodes recoveryCodes, RelyingParty relyingParty) {
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.relyingParty = relyingParty;
    }

    FactorsView of(UserId user) {
        var since = authenticators.find(user).map(Authenticators.Authenticator::confirmedAt);
        return new FactorsView(
                since.orElse(null),
                passkeys.of(user).stream().map(FactorsView.Key::of).toList(),
                relyingParty.place(),
                recoveryCodes.left(user));
    }
}
