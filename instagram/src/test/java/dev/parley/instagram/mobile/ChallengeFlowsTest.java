package dev.parley.instagram.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Driver;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.SignInOutcome.NeedsVerification;
import dev.parley.instagram.SignInOutcome.SignedIn;
import dev.parley.instagram.VerificationMethod;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.account.ChallengeFlow;
import dev.parley.sandbox.account.LoginTruth;
import dev.parley.sandbox.account.OutboxCode;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which a challenge goes: the ones with a code step by step, the others left to the person. */
@ExtendWith(SandboxExtension.class)
class ChallengeFlowsTest {

    private static final String CHLOE = "chloe.challenge";

    private final SandboxServer sandbox;
    private Driver driver = MobileDriver.builder().build();

    ChallengeFlowsTest(SandboxServer sandbox) {
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
    @CsvSource({
        "EMAIL, EMAIL, email",
        "PHONE, SMS, sms",
        "EMAIL_SENT, EMAIL, email",
        "PHONE_SENT, SMS, sms",
        "SMS_SENT, SMS, sms"
    })
    void goes_straight_to_the_code_where_there_is_nothing_to_choose(
            ChallengeFlow flow, VerificationMethod method, String channel) {
        sandbox.challengeFlow(CHLOE, flow);

        PendingSignIn pending = pending(begin());

        assertThat(pending.method()).isEqualTo(method);
        assertThat(pending.sentTo()).contains("*");
        assertThat(sandbox.outbox(CHLOE)).extracting(OutboxCode::channel).containsExactly(channel);
        PendingSignIn again = pending(driver.sendCode(pending, null));
        assertThat(sandbox.outbox(CHLOE)).extracting(OutboxCode::channel).containsExactly(channel, channel);
        assertThat(driver.answer(again, lastCode())).isInstanceOf(SignedIn.class);
        assertThat(sandbox.logins(CHLOE))
                .extracting(LoginTruth::outcome)
                .containsExactly("challenge_required", "signed_in");
    }

    @Test
    void lets_the_person_choose_where_there_is_a_choice_and_change_it() {
        sandbox.challengeFlow(CHLOE, ChallengeFlow.EMAIL_OR_PHONE);
        PendingSignIn pending = pending(begin());
        assertThat(pending.method()).isNull();
        assertThat(pending.methods()).isEqualTo(Set.of(VerificationMethod.EMAIL, VerificationMethod.SMS));
        assertThat(sandbox.outbox(CHLOE)).isEmpty();
        assertThat(driver.answer(pending, "123456")).isInstanceOf(NeedsVerification.class);

        PendingSignIn bySms = pending(driver.sendCode(pending, VerificationMethod.SMS));
        PendingSignIn byMail = pending(driver.sendCode(bySms, VerificationMethod.EMAIL));

        assertThat(sandbox.outbox(CHLOE)).extracting(OutboxCode::channel).containsExactly("sms", "email");
        assertThat(byMail.sentTo()).contains("@");
        assertThat(driver.answer(byMail, sandbox.outbox(CHLOE).getFirst().code()))
                .isInstanceOf(SignInOutcome.CodeRefused.class);
        assertThat(driver.answer(byMail, lastCode())).isInstanceOf(SignedIn.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ChallengeFlow.class,
            names = {
                "SUBMIT_PHONE",
                "REVIEW",
                "SCRAPING_WARNING",
                "BIRTHDAY",
                "SELFIE",
                "CHANGE_PASSWORD",
                "UFAC",
                "UNHEARD_OF",
                "CONTACT_FORM",
                "BLOKS",
                "NATIVE",
                "AUTH_PLATFORM"
            })
    void leaves_to_the_person_what_only_a_person_may_do(ChallengeFlow flow) {
        sandbox.challengeFlow(CHLOE, flow);

        SignInOutcome.Refused refused = (SignInOutcome.Refused) begin();

        assertThat(refused.refusal()).isInstanceOf(Refusal.ChallengeRequired.class);
        assertThat(refused.refusal().detail()).contains(flow.firstStep());
        assertThat(sandbox.outbox(CHLOE)).isEmpty();
        assertThat(begin()).as("nothing was confirmed").isInstanceOf(SignInOutcome.Refused.class);
    }

    @Test
    void says_that_an_account_is_suspended() {
        sandbox.challengeFlow(CHLOE, ChallengeFlow.SUSPENDED);

        assertThat(((SignInOutcome.Refused) begin()).refusal()).isInstanceOf(Refusal.AccountSuspended.class);
    }

    @ParameterizedTest
    @CsvSource({"tomas.totp, TOTP", "sami.sms, SMS"})
    void takes_a_backup_code_once(String account, VerificationMethod asked) {
        PendingSignIn pending = pending(begin(account));
        assertThat(pending.method()).isEqualTo(asked);
        String code = sandbox.backupCodes(account).getFirst();
        PendingSignIn switched = pending(driver.sendCode(pending, VerificationMethod.BACKUP_CODE));

        assertThat(driver.answer(switched, code.substring(0, 4) + " " + code.substring(4)))
                .isInstanceOf(SignedIn.class);

        assertThat(sandbox.backupCodes(account)).hasSize(4).doesNotContain(code);
        assertThat(driver.answer(pending(begin(account)), code)).isInstanceOf(SignInOutcome.CodeRefused.class);
    }

    private SignInOutcome begin() {
        return begin(CHLOE);
    }

    private SignInOutcome begin(String account) {
        return driver.signIn(new SignIn(account, "sandbox-pass", driver.newIdentity(), null));
    }

    private String lastCode() {
        return sandbox.outbox(CHLOE).getLast().code();
    }

    private static PendingSignIn pending(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(NeedsVerification.class);
        return ((NeedsVerification) outcome).pending();
    }
}
