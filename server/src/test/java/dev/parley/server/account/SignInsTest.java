package dev.parley.server.account;

import static dev.parley.server.account.TestingSignIns.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.VerificationMethod;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.account.LoginTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.testing.TestingParley;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInsTest {

    static final SandboxServer sandbox = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of("parley.sandbox-url", sandbox.baseUrl()));

    TestingSignIns alma;

    @BeforeEach
    void somebody_with_a_workspace() {
        alma = someone();
    }

    @AfterEach
    void everything_as_before() {
        sandbox.reset();
        parley.database().owner().sql("delete from instagram_accounts").update();
        parley.clock().reset();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void connects_an_account_without_a_second_factor() {
        var connected = (Recorded.Connected) alma.login(" @Alma.Plain ");

        var account = connected.account();
        assertThat(account.username()).isEqualTo("alma.plain");
        assertThat(account.instagramUserId()).isNotNull();
        var health = alma.health(account.id());
        assertThat(health.state()).isEqualTo(AccountState.CONNECTED);
        assertThat(health.sessionValid()).isTrue();
        assertThat(health.expiresAt()).isEqualTo(connected.expiresAt());
        assertThat(session(account)).extracting(SessionSnapshot::username).isEqualTo("alma.plain");
    }

    @Test
    void a_pending_verification_survives_a_restart_and_needs_no_password_again() {
        var verification = alma.waitingLogin("tomas.totp");
        assertThat(verification.kind()).isEqualTo(Verification.Kind.TWO_FACTOR);
        assertThat(alma.health(verification.account()).state()).isEqualTo(AccountState.VERIFICATION_REQUIRED);
        var wrong = (Recorded.CodeRefused) alma.code(verification, "000000");
        assertThat(wrong.triesLeft()).isEqualTo(4);

        parley.restart();

        assertThat(alma.code(verification, sandbox.totpCode("tomas.totp"))).isInstanceOf(Recorded.Connected.class);
        assertThat(alma.health(verification.account()).state()).isEqualTo(AccountState.CONNECTED);
        assertThat(sandbox.logins("tomas.totp"))
                .extracting(LoginTruth::how)
                .containsExactly("password", "two_factor", "two_factor");
        assertThat(passwordHash(verification)).startsWith("{argon2id}");
    }

    @Test
    void the_last_wrong_code_ends_the_verification() {
        var verification = alma.waitingLogin("tomas.totp");
        for (var left = 4; left >= 0; left--) {
            var wrong = (Recorded.CodeRefused) alma.code(verification, "000000");
            assertThat(wrong.triesLeft()).isEqualTo(left);
        }
        refused(() -> alma.code(verification, "000000"), ErrorCode.VERIFICATION_ENDED);
        assertThat(alma.health(verification.account()).state()).isEqualTo(AccountState.DISCONNECTED);
    }

    @Test
    void a_verification_waits_ten_minutes() {
        var verification = alma.waitingLogin("tomas.totp");
        parley.clock().advance(Duration.ofMinutes(10));
        refused(() -> alma.code(verification, "000000"), ErrorCode.VERIFICATION_ENDED);
    }

    @Test
    void a_new_login_ends_the_verification_before_it() {
        var first = alma.waitingLogin("tomas.totp");
        var second = alma.waitingLogin("tomas.totp");
        refused(() -> alma.code(first, sandbox.totpCode("tomas.totp")), ErrorCode.VERIFICATION_ENDED);
        assertThat(alma.code(second, sandbox.totpCode("tomas.totp"))).isInstanceOf(Recorded.Connected.class);
    }

    @Test
    void what_is_no_code_is_not_sent_to_instagram() {
        var verification = alma.waitingLogin("tomas.totp");
        refused(() -> alma.code(verification, "'; drop table"), ErrorCode.VALIDATION_FAILED);
        assertThat(sandbox.logins("tomas.totp")).hasSize(1);
    }

    @Test
    void sends_another_code_by_message_and_leaves_the_tries_as_they_are() {
        var verification = alma.waitingLogin("sami.sms");
        assertThat(verification.method()).isEqualTo(VerificationMethod.SMS);
        alma.code(verification, "000000");
        var again = (Recorded.VerificationNeeded) alma.newCode(verification, null);
        assertThat(again.verification().id()).isEqualTo(verification.id());
        assertThat(again.verification().triesLeft()).isEqualTo(4);
        assertThat(sandbox.outbox("sami.sms")).hasSize(2);
        assertThat(alma.code(verification, newestCode("sami.sms"))).isInstanceOf(Recorded.Connected.class);
    }

    @Test
    void passes_a_challenge_by_the_way_that_the_owner_chooses() {
        var verification = alma.waitingLogin("chloe.challenge");
        assertThat(verification.kind()).isEqualTo(Verification.Kind.CHALLENGE);
        refused(() -> alma.newCode(verification, VerificationMethod.TOTP), ErrorCode.VALIDATION_FAILED);
        alma.newCode(verification, VerificationMethod.EMAIL);
        assertThat(alma.code(verification, newestCode("chloe.challenge"))).isInstanceOf(Recorded.Connected.class);
    }

    @Test
    void a_refused_login_leaves_a_session_that_works_as_it_is() {
        var account = ((Recorded.Connected) alma.login("alma.plain")).account();
        var refused = (Recorded.Refused) alma.login("alma.plain", "wrong");
        assertThat(refused.code()).isEqualTo(ErrorCode.INSTAGRAM_CREDENTIALS_REFUSED);
        assertThat(alma.health(account.id()).state()).isEqualTo(AccountState.CONNECTED);
        assertThat(alma.check(account.id()).sessionValid()).isTrue();
    }

    @Test
    void a_refused_login_says_why_and_stores_no_session() {
        var account = alma.account("alma.plain");
        var refused = (Recorded.Refused) alma.login("alma.plain", "wrong");
        assertThat(refused.code()).isEqualTo(ErrorCode.INSTAGRAM_CREDENTIALS_REFUSED);
        var health = alma.health(account.id());
        assertThat(health.state()).isEqualTo(AccountState.DISCONNECTED);
        assertThat(health.errorCode()).isEqualTo(ErrorCode.INSTAGRAM_CREDENTIALS_REFUSED);
        assertThat(health.sessionValid()).isFalse();
        refused(
                () -> alma.in(() -> parley.bean(Sessions.class).demandValid(Optional.of(account))),
                ErrorCode.SESSION_INVALID);
    }

    @Test
    void an_account_of_another_workspace_is_given_back_and_nothing_is_told_of_it() {
        var owner = ((Recorded.Connected) alma.login("alma.plain")).account();
        var stranger = someone();

        var refused = (Recorded.Refused) stranger.login("alma.plain");

        assertThat(refused.code()).isEqualTo(ErrorCode.ACCOUNT_TAKEN);
        assertThat(refused.detail())
                .doesNotContain(owner.id().toString(), owner.workspace().toString());
        var theirs = stranger.account("alma.plain");
        assertThat(theirs.instagramUserId()).isNull();
        assertThat(stranger.health(theirs.id()).sessionValid()).isFalse();
        assertThat(alma.check(owner.id()).sessionValid()).isTrue();
    }

    @Test
    void a_session_of_somebody_else_is_not_kept() {
        var account = ((Recorded.Connected) alma.login("alma.plain")).account();
        var ownership = parley.bean(Ownership.class);
        var renamed = alma.account("alma.renamed");
        var person = Objects.requireNonNull(account.instagramUserId());

        refused(() -> ownership.claim(renamed, profile(person, "alma.plain")), ErrorCode.ACCOUNT_MISMATCH);
        refused(() -> ownership.claim(renamed, profile(person, "alma.renamed")), ErrorCode.ACCOUNT_MISMATCH);
        refused(
                () -> ownership.claim(account, profile(new PersonId("4711"), "alma.plain")),
                ErrorCode.ACCOUNT_MISMATCH);
        ownership.claim(account, profile(person, "alma.plain"));
    }

    @Test
    void after_a_failure_on_the_way_the_same_verification_goes_on() {
        var verification = alma.waitingLogin("tomas.totp");
        sandbox.script(ScriptedFault.of(Call.TWO_FACTOR, Fault.SERVER_ERROR).times(1));
        var refused = (Recorded.Refused) alma.code(verification, sandbox.totpCode("tomas.totp"));
        assertThat(refused.code()).isEqualTo(ErrorCode.INSTAGRAM_UNCLEAR);
        assertThat(alma.health(verification.account()).state()).isEqualTo(AccountState.VERIFICATION_REQUIRED);
        assertThat(alma.code(verification, sandbox.totpCode("tomas.totp"))).isInstanceOf(Recorded.Connected.class);
    }

    @Test
    void every_sign_in_comes_from_the_one_device_of_the_account() {
        alma.login("alma.plain", "wrong");
        var account = ((Recorded.Connected) alma.login("alma.plain")).account();
        alma.signOut(account.id());
        alma.login("alma.plain");
        assertThat(sandbox.logins("alma.plain")).hasSize(3);
        assertThat(sandbox.logins("alma.plain").stream().map(LoginTruth::device).distinct())
                .hasSize(1);
    }

    @Test
    void an_interrupted_sign_in_starts_again() {
        var verification = alma.waitingLogin("tomas.totp");
        alma.in(() -> {
            parley.bean(SignIns.class).interrupted(verification.account());
            return true;
        });
        assertThat(alma.health(verification.account()).errorCode()).isEqualTo(ErrorCode.SIGN_IN_INTERRUPTED);
        refused(() -> alma.code(verification, "000000"), ErrorCode.VERIFICATION_ENDED);
    }

    @Test
    void verifications_of_others_and_unknown_ones_have_ended() {
        var verification = alma.waitingLogin("tomas.totp");
        var stranger = someone();
        refused(() -> stranger.code(verification, "000000"), ErrorCode.VERIFICATION_ENDED);
        refused(
                () -> alma.in(() -> parley.bean(SignIns.class).waiting(VerificationId.create())),
                ErrorCode.VERIFICATION_ENDED);
    }

    @Test
    void instagram_is_never_asked_inside_a_transaction() {
        var account = alma.account("alma.plain");
        assertThatThrownBy(() -> alma.in(() -> {
                    var signIns = parley.bean(SignIns.class);
                    return signIns.ask(signIns.login(account.id(), PASSWORD, Keeping.AS_BEFORE));
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(sandbox.logins("alma.plain")).isEmpty();
    }

    private static Profile profile(PersonId id, String username) {
        return new Profile(id, username, "Alma", false, false, false, null, null, null, null);
    }

    private static TestingSignIns someone() {
        return new TestingSignIns(parley, parley.database().person("person-" + UUID.randomUUID()));
    }

    private SessionSnapshot session(Account account) {
        return alma.in(() -> parley.bean(Sessions.class).stored(account.id()).orElseThrow());
    }

    private static String newestCode(String account) {
        return sandbox.outbox(account).getLast().code();
    }

    private static String passwordHash(Verification verification) {
        return parley.database()
                .owner()
                .sql("select password_hash from instagram_credentials where account_id = :account")
                .param("account", verification.account().value())
                .query(String.class)
                .single();
    }

    private static void refused(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BotException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
