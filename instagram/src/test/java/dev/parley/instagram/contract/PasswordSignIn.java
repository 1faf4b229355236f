package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Driver;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.VerificationMethod;
import dev.parley.sandbox.SandboxServer;

/** Signing in with the sandbox's password, and with the codes that its outbox and its authenticator show. */
final class PasswordSignIn {

    static final String PASSWORD = "sandbox-pass";

    private PasswordSignIn() {}

    static SessionSnapshot complete(Driver driver, SandboxServer sandbox, String account) {
        SignInOutcome outcome = begin(driver, account);
        if (outcome instanceof SignInOutcome.NeedsVerification(PendingSignIn pending)) {
            PendingSignIn sent = withCodeSent(driver, pending);
            return signedIn(driver.answer(sent, code(sent, sandbox, account))).session();
        }
        return signedIn(outcome).session();
    }

    static SignInOutcome begin(Driver driver, String account) {
        return driver.signIn(new SignIn(account, PASSWORD, driver.newIdentity(), null));
    }

    static PendingSignIn withCodeSent(Driver driver, PendingSignIn pending) {
        return pending.method() == null ? pending(driver.sendCode(pending, VerificationMethod.EMAIL)) : pending;
    }

    static String lastCode(SandboxServer sandbox, String account) {
        return sandbox.outbox(account).getLast().code();
    }

    static PendingSignIn pending(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(SignInOutcome.NeedsVerification.class);
        return ((SignInOutcome.NeedsVerification) outcome).pending();
    }

    static SignInOutcome.SignedIn signedIn(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(SignInOutcome.SignedIn.class);
        return (SignInOutcome.SignedIn) outcome;
    }

    private static String code(PendingSignIn pending, SandboxServer sandbox, String account) {
        return pending.method() == VerificationMethod.TOTP ? sandbox.totpCode(account) : lastCode(sandbox, account);
    }
}
