package dev.parley.server.account;

import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.server.core.BotException;
import dev.parley.server.identity.Passwords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Asks Instagram for one step of signing in, and gives back at once a session that may not be kept. */
@Component
class AskInstagram {

    private final Drivers drivers;
    private final Ownership ownership;
    private final Passwords passwords;

    AskInstagram(Drivers drivers, Ownership ownership, Passwords passwords) {
        this.drivers = drivers;
        this.ownership = ownership;
        this.passwords = passwords;
    }

    Asked ask(SignInStep step) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Instagram is asked inside a transaction: " + step);
        }
        var outcome = outcome(step);
        return switch (outcome) {
            case SignInOutcome.SignedIn signedIn -> claimed(step, signedIn);
            case SignInOutcome.NeedsVerification waits -> answered(step, waits);
            case SignInOutcome.CredentialsRefused refused -> new Asked.Answered(step, refused, null);
            case SignInOutcome.CodeRefused refused -> new Asked.Answered(step, refused, null);
            case SignInOutcome.VerificationEnded ended -> new Asked.Answered(step, ended, null);
            case SignInOutcome.Refused refused -> new Asked.Answered(step, refused, null);
        };
    }

    private SignInOutcome outcome(SignInStep step) {
        var driver = drivers.named(step.account().driver());
        return switch (step) {
            case SignInStep.Login login ->
                driver.signIn(new SignIn(login.account().username(), login.password(), login.identity(), null));
            case SignInStep.Code code -> driver.answer(code.pending(), code.code());
            case SignInStep.Authorization agreed -> driver.authorize(agreed.request(), agreed.broughtBack());
            case SignInStep.NewCode newCode -> driver.sendCode(newCode.pending(), newCode.method());
        };
    }

    private Asked claimed(SignInStep step, SignInOutcome.SignedIn signedIn) {
        try {
            ownership.claim(step.account(), signedIn.account());
            return answered(step, signedIn);
        } catch (BotException mayNotBeKept) {
            drivers.open(signedIn.session()).signOut();
            return new Asked.GivenBack(step, mayNotBeKept.code(), String.valueOf(mayNotBeKept.getMessage()));
        }
    }

    private Asked answered(SignInStep step, SignInOutcome outcome) {
        return new Asked.Answered(step, outcome, hash(step));
    }

    /** A server that is too busy to hash keeps no hash; the owner is then recognised by a new login only. */
    private @Nullable String hash(SignInStep step) {
        if (!(step instanceof SignInStep.Login login)) {
            return null;
        }
        try {
            return passwords.encode(login.password());
        } catch (BotException tooManySignIns) {
            return null;
        }
    }
}
