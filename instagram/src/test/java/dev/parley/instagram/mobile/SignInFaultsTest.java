package dev.parley.instagram.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Driver;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.SignInOutcome.CredentialsRefused;
import dev.parley.instagram.SignInOutcome.NeedsVerification;
import dev.parley.instagram.SignInOutcome.Refused;
import dev.parley.instagram.SignInOutcome.SignedIn;
import dev.parley.instagram.SignInOutcome.VerificationEnded;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault in every step of signing in. */
@ExtendWith(SandboxExtension.class)
class SignInFaultsTest {

    private static final int TIMES = 3;

    private final SandboxServer sandbox;
    private Driver driver = MobileDriver.builder().build();

    SignInFaultsTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void open() {
        driver = new MobileKit().driver(sandbox, Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "GRAPH_ERROR")
    void at_the_password(Fault fault) {
        hit(Call.LOGIN, fault);

        SignInOutcome outcome = begin("alma.plain");

        switch (fault) {
            case BAD_PASSWORD -> assertThat(outcome).isInstanceOf(CredentialsRefused.class);
            case CHALLENGE_REQUIRED -> assertThat(outcome).isInstanceOf(NeedsVerification.class);
            case DELAY -> assertThat(outcome).isInstanceOf(SignedIn.class);
            case NO_EFFECT -> assertRefused(outcome, Refusal.BadResponse.class);
            default -> assertRefused(outcome, expected(fault));
        }
        assertHitOnce();
        assertThat(sandbox.logins("alma.plain")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "GRAPH_ERROR")
    void at_the_second_factor(Fault fault) {
        PendingSignIn pending = pending(begin("tomas.totp"));
        hit(Call.TWO_FACTOR, fault);

        SignInOutcome outcome = driver.answer(pending, sandbox.totpCode("tomas.totp"));

        switch (fault) {
            case BAD_PASSWORD -> assertThat(outcome).isInstanceOf(CredentialsRefused.class);
            case CHALLENGE_REQUIRED -> assertThat(outcome).isInstanceOf(NeedsVerification.class);
            case USER_NOT_FOUND -> assertThat(outcome).isInstanceOf(VerificationEnded.class);
            case DELAY -> assertThat(outcome).isInstanceOf(SignedIn.class);
            case NO_EFFECT -> assertRefused(outcome, Refusal.BadResponse.class);
            default -> assertRefused(outcome, expected(fault));
        }
        assertHitOnce();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "GRAPH_ERROR")
    void at_the_challenge(Fault fault) {
        hit(Call.CHALLENGE, fault);

        SignInOutcome outcome = begin("chloe.challenge");

        switch (fault) {
            case BAD_PASSWORD -> assertThat(outcome).isInstanceOf(CredentialsRefused.class);
            case USER_NOT_FOUND -> assertThat(outcome).isInstanceOf(VerificationEnded.class);
            case DELAY, NO_EFFECT -> assertThat(outcome).isInstanceOf(NeedsVerification.class);
            default -> assertRefused(outcome, expected(fault));
        }
    }

    /** Nobody can know then; a look at the account shows it. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP", "TRUNCATE", "NOT_JSON", "HTML", "SERVER_ERROR"})
    void a_sign_in_whose_answer_is_lost_is_not_tried_again(Fault fault) {
        sandbox.script(ScriptedFault.of(Call.LOGIN, fault).times(TIMES).afterTheEffect());

        assertThat(((Refusal.Failure) ((Refused) begin("alma.plain")).refusal()).mayHaveHappened())
                .isTrue();

        assertHitOnce();
        assertThat(sandbox.logins("alma.plain")).hasSize(1);
    }

    private static Class<?> expected(Fault fault) {
        return new MobileKit().expected(Call.LOGIN, fault);
    }

    private void hit(Call call, Fault fault) {
        sandbox.script(ScriptedFault.of(call, fault).times(TIMES).delayedBy(Duration.ZERO));
    }

    private void assertHitOnce() {
        assertThat(sandbox.activeFaults())
                .singleElement()
                .matches(active -> Integer.valueOf(TIMES - 1).equals(active.times()));
    }

    private static void assertRefused(SignInOutcome outcome, Class<?> expected) {
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).refusal()).isInstanceOf(expected);
    }

    private SignInOutcome begin(String account) {
        return driver.signIn(new SignIn(account, "sandbox-pass", driver.newIdentity(), null));
    }

    private static PendingSignIn pending(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(NeedsVerification.class);
        return ((NeedsVerification) outcome).pending();
    }
}
