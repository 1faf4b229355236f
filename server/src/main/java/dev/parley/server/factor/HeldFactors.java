package dev.parley.server.factor;

import dev.parley.server.core.UserId;
import dev.parley.server.identity.FactorMethod;
import dev.parley.server.identity.SecondFactors;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Everything that a person has set up. */
@Component
class HeldFactors implements SecondFactors {

    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{3}\\s?\\d{3}");

    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;

    HeldFactors(Authenticators authenticators, Passkeys passkeys, RecoveryCodes recoveryCodes) {
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
    }

    @Override
    public Set<FactorMethod> of(UserId user) {
        var methods = EnumSet.noneOf(FactorMethod.class);
        if (authenticators.isOn(user)) {
            methods.add(FactorMethod.TOTP);
        }
        if (passkeys.hasAny(user)) {
            methods.add(FactorMethod.PASSKEY);
        }
        if (!methods.isEmpty() && recoveryCodes.left(user) > 0) {
            methods.add(FactorMethod.RECOVERY_CODE);
        }
        return methods;
    }

    @Override
    public void removeAll(UserId user) {
        authenticators.remove(user);
        passkeys.of(user).forEach(passkey -> passkeys.remove(user, passkey.id()));
        recoveryCodes.remove(user);
    }

    @Override
    public boolean take(UserId user, String code) {
        var typed = code.strip();
        return SIX_DIGITS.matcher(typed).matches()
                ? authenticators.take(user, typed.replaceAll("\\s", ""))
                : recoveryCodes.take(user, typed);
    }
}
