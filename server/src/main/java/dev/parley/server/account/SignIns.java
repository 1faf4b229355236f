package dev.parley.server.account;

import dev.parley.instagram.VerificationMethod;
import dev.parley.server.activity.Activity;
import dev.parley.server.core.AccountId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signing in to Instagram, step by step. Each step is prepared in a transaction, asked outside of any, and recorded in another
 * transaction.
 */
@Component
public class SignIns {

    private final PrepareSignIn prepare;
    private final AskInstagram ask;
    private final RecordSignIn record;
    private final Verifications verifications;

    SignIns(PrepareSignIn prepare, AskInstagram ask, RecordSignIn record, Verifications verifications) {
        this.prepare = prepare;
        this.ask = ask;
        this.record = record;
        this.verifications = verifications;
    }

    /** Ends the verification that the account waited for. */
    public SignInStep.Login login(AccountId account, String password, Keeping keeping) {
        return prepare.login(account, password, keeping);
    }

    /** With the password that was kept for it; empty where that may not be done now. */
    public Optional<SignInStep.Login> again(AccountId account) {
        return prepare.again(account);
    }

    /** What an account waits for whose owner has to agree on Instagram's page. Ends the verification that it waited for before. */
    public Verification beginAuthorization(AccountId account) {
        return prepare.beginAuthorization(account);
    }

    /** The page of Instagram's on which the owner agrees. Refuses with VERIFICATION_ENDED. */
    public URI authorizationPage(VerificationId verification) {
        return prepare.authorizationPage(verification);
    }

    /**
     * Refuses with VERIFICATION_ENDED.
     *
     * @param broughtBack what the owner's browser brought back
     */
    public SignInStep.Authorization authorization(VerificationId verification, Map<String, String> broughtBack) {
        return prepare.authorization(verification, broughtBack);
    }

    /** Refuses with VERIFICATION_ENDED. */
    public SignInStep.Code code(VerificationId verification, String code) {
        return prepare.code(verification, code);
    }

    /**
     * Refuses with VERIFICATION_ENDED, and methods that Instagram does not offer with VALIDATION_FAILED.
     *
     * @param method null repeats the method last used
     */
    public SignInStep.NewCode newCode(VerificationId verification, @Nullable VerificationMethod method) {
        return prepare.newCode(verification, method);
    }

    /** Takes as long as Instagram does; not inside a transaction. */
    public Asked ask(SignInStep step) {
        return ask.ask(step);
    }

    /** Writes the activity too. */
    public Recorded record(Asked asked, Activity.Who who) {
        return record.record(asked, who);
    }

    /** Nobody knows what came of the step that was under way: the account must sign in again. */
    public void interrupted(AccountId account) {
        record.interrupted(account);
    }

    /** Refuses with VERIFICATION_ENDED. */
    public Verification waiting(VerificationId verification) {
        return verifications.waiting(verification);
    }

    /** All of the workspace; one at most of each account. */
    public List<Verification> waiting() {
        return verifications.waiting();
    }
}
