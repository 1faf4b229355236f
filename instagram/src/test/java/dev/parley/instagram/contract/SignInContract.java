package dev.parley.instagram.contract;

import static dev.parley.instagram.contract.PasswordSignIn.begin;
import static dev.parley.instagram.contract.PasswordSignIn.lastCode;
import static dev.parley.instagram.contract.PasswordSignIn.pending;
import static dev.parley.instagram.contract.PasswordSignIn.signedIn;
import static dev.parley.instagram.contract.PasswordSignIn.withCodeSent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.VerificationMethod;
import dev.parley.sandbox.account.LoginTruth;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Signing in with a password, and the codes that Instagram asks for after it. */
public abstract class SignInContract extends CapabilityContract {

    protected SignInContract(DriverKit kit) {
        super(kit, Capability.SIGN_IN);
    }

    @Test
    void signs_in_and_knows_who_it_is() {
        SignInOutcome.SignedIn signedIn = signedIn(begin(driver(), ALMA));

        assertThat(signedIn.account().username()).isEqualTo(ALMA);
        assertThat(signedIn.session().account()).isEqualTo(signedIn.account().id());
    }

    @Test
    void goes_on_with_a_stored_session_in_another_process() {
        byte[] stored = signedIn(begin(driver(), ALMA)).session().toBytes();

        Instagram instagram = driver().open(SessionSnapshot.fromBytes(stored));

        assertThat(done(instagram.currentUser()).username()).isEqualTo(ALMA);
        assertThat(sandbox().logins(ALMA)).hasSize(1);
    }

    @Test
    void tries_a_refused_password_once() {
        Driver driver = driver();

        SignInOutcome outcome = driver.signIn(new SignIn(ALMA, "wrong-pass", driver.newIdentity(), null));

        assertThat(outcome).isInstanceOf(SignInOutcome.CredentialsRefused.class);
        assertThat(outcome.toString()).doesNotContain("wrong-pass");
        assertThat(sandbox().logins(ALMA)).extracting(LoginTruth::outcome).containsExactly("bad_password");
    }

    @Test
    void refuses_an_unknown_username_like_a_wrong_password() {
        assertThat(begin(driver(), "no.such.account")).isInstanceOf(SignInOutcome.CredentialsRefused.class);
    }

    @Test
    void takes_an_authenticator_code_later_in_another_process_without_the_password() {
        PendingSignIn pending = pending(begin(driver(), "tomas.totp"));
        assertThat(pending.method()).isEqualTo(VerificationMethod.TOTP);
        byte[] stored = pending.toBytes();

        SignInOutcome wrong = driver().answer(PendingSignIn.fromBytes(stored), "000000");
        PendingSignIn still = ((SignInOutcome.CodeRefused) wrong).pending();
        SignInOutcome.SignedIn signedIn = signedIn(driver().answer(
                        PendingSignIn.fromBytes(still.toBytes()), sandbox().totpCode("tomas.totp")));

        assertThat(signedIn.account().username()).isEqualTo("tomas.totp");
        assertThat(sandbox().logins("tomas.totp"))
                .extracting(LoginTruth::how)
                .containsExactly("password", "two_factor", "two_factor");
        assertThat(sandbox().logins("tomas.totp"))
                .extracting(LoginTruth::device)
                .as("one device all along")
                .containsOnly(sandbox().logins("tomas.totp").getFirst().device());
    }

    @Test
    void says_so_when_the_code_comes_too_late() {
        Driver driver = driver();
        PendingSignIn pending = pending(begin(driver, "tomas.totp"));

        sandbox().advance(Duration.ofHours(1));

        assertThat(driver.answer(pending, sandbox().totpCode("tomas.totp")))
                .isInstanceOf(SignInOutcome.VerificationEnded.class);
    }

    @Test
    void takes_a_code_from_a_text_message_and_has_another_one_sent() {
        Driver driver = driver();
        PendingSignIn pending = pending(begin(driver, "sami.sms"));
        assertThat(pending.method()).isEqualTo(VerificationMethod.SMS);
        assertThat(pending.sentTo()).isNotBlank();

        PendingSignIn again = pending(driver.sendCode(pending, null));

        assertThat(sandbox().outbox("sami.sms")).hasSize(2);
        signedIn(driver.answer(again, lastCode(sandbox(), "sami.sms")));
    }

    @Test
    void takes_the_code_of_a_challenge_from_a_mail_in_another_process() {
        PendingSignIn pending = pending(begin(driver(), "chloe.challenge"));
        assertThat(pending.kind()).isEqualTo(PendingSignIn.Kind.CHALLENGE);
        PendingSignIn sent = withCodeSent(driver(), pending);
        assertThat(sent.sentTo()).isNotBlank();

        SignInOutcome wrong = driver().answer(PendingSignIn.fromBytes(sent.toBytes()), "000000");
        PendingSignIn still = ((SignInOutcome.CodeRefused) wrong).pending();
        PendingSignIn again = pending(driver().sendCode(still, null));

        SignInOutcome.SignedIn signedIn = signedIn(driver().answer(again, lastCode(sandbox(), "chloe.challenge")));
        assertThat(signedIn.account().username()).isEqualTo("chloe.challenge");
        assertThat(sandbox().logins("chloe.challenge").stream()
                        .filter(attempt -> attempt.how().equals("password")))
                .hasSize(1);
    }
}
