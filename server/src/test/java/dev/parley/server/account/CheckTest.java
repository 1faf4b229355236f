package dev.parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.testing.TestingParley;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckTest {

    static final SandboxServer sandbox = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of("parley.sandbox-url", sandbox.baseUrl()));

    TestingSignIns alma;
    Account account;

    @BeforeEach
    void a_connected_account() {
        alma = new TestingSignIns(parley, parley.database().person("person-" + UUID.randomUUID()));
        account = ((Recorded.Connected) alma.login("alma.plain")).account();
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
    void a_session_that_works_lives_on_for_a_whole_lifetime() {
        parley.clock().advance(Duration.ofHours(23));
        assertThat(alma.check(account.id()).sessionValid()).isTrue();
        parley.clock().advance(Duration.ofHours(23));
        assertThat(alma.health(account.id()).sessionValid()).isTrue();
        parley.clock().advance(Duration.ofHours(1));
        assertThat(alma.health(account.id()).sessionValid()).isFalse();
        assertThat(alma.in(
                        () -> parley.bean(Sessions.class).opening(account.id()).get()))
                .as("nothing is done with it before Instagram has been asked")
                .hasValueSatisfying(
                        session -> assertThat(session.mustBeChecked()).isTrue());
    }

    @Test
    void work_that_changes_the_session_keeps_it_alive_and_a_session_that_ended_stays_ended() {
        var before = alma.in(
                () -> parley.bean(Sessions.class).opening(account.id()).get().orElseThrow());
        var changed = before.snapshot().withState(before.snapshot().state() + " ");
        parley.clock().advance(Duration.ofHours(23));
        worked(before, changed);
        parley.clock().advance(Duration.ofHours(23));
        assertThat(alma.in(
                        () -> parley.bean(Sessions.class).opening(account.id()).get()))
                .map(WorkingSession::snapshot)
                .contains(changed);

        alma.signOut(account.id());
        worked(before, changed);
        assertThat(storedSessions()).isZero();
    }

    @Test
    void work_that_does_not_change_the_session_keeps_it_alive_too() {
        var session = alma.in(
                () -> parley.bean(Sessions.class).opening(account.id()).get().orElseThrow());
        parley.clock().advance(Duration.ofHours(23));
        worked(session, session.snapshot());
        parley.clock().advance(Duration.ofHours(23));
        assertThat(alma.health(account.id()).sessionValid()).isTrue();
        assertThat(alma.in(
                        () -> parley.bean(Sessions.class).opening(account.id()).get()))
                .map(WorkingSession::snapshot)
                .contains(session.snapshot());
    }

    private void worked(WorkingSession before, SessionSnapshot now) {
        alma.in(() -> {
            parley.bean(Sessions.class).worked(before, now);
            return true;
        });
    }

    @Test
    void a_session_that_has_expired_here_is_revived_if_instagram_still_takes_it() {
        parley.clock().advance(Duration.ofHours(25));
        assertThat(alma.check(account.id()).sessionValid()).isTrue();
        assertThat(alma.health(account.id()).sessionValid()).isTrue();
    }

    @Test
    void a_session_that_instagram_ended_is_forgotten() {
        fails(Fault.LOGIN_REQUIRED, 1);
        var checked = alma.check(account.id());
        assertThat(checked.sessionValid()).isFalse();
        assertThat(checked.code()).isEqualTo(ErrorCode.SESSION_INVALID);
        assertThat(alma.health(account.id()).state()).isEqualTo(AccountState.LOGIN_REQUIRED);
        assertThat(storedSessions()).isZero();
        assertThat(alma.check(account.id()).sessionValid()).isFalse();
    }

    @Test
    void a_checkpoint_stops_the_account_until_its_owner_has_passed_it_in_the_app() {
        fails(Fault.CHECKPOINT_REQUIRED, 1);
        var stopped = alma.check(account.id());
        assertThat(stopped.sessionValid()).isFalse();
        assertThat(stopped.code()).isEqualTo(ErrorCode.VERIFICATION_PERSON_NEEDED);
        assertThat(alma.health(account.id()).state()).isEqualTo(AccountState.VERIFICATION_REQUIRED);

        assertThat(alma.check(account.id()).sessionValid()).isTrue();
        assertThat(alma.health(account.id()).state()).isEqualTo(AccountState.CONNECTED);
    }

    @Test
    void one_unclear_answer_proves_nothing_and_several_in_a_row_do() {
        fails(Fault.SERVER_ERROR, 2);
        for (var check = 0; check < 2; check++) {
            var unclear = alma.check(account.id());
            assertThat(unclear.sessionValid()).isTrue();
            assertThat(unclear.code()).isEqualTo(ErrorCode.INSTAGRAM_UNCLEAR);
            assertThat(alma.health(account.id()).state()).isEqualTo(AccountState.DEGRADED);
        }
        assertThat(alma.check(account.id()).sessionValid()).isTrue();
        assertThat(alma.health(account.id()).state()).isEqualTo(AccountState.CONNECTED);

        fails(Fault.NOT_JSON, 3);
        alma.check(account.id());
        alma.check(account.id());
        assertThat(alma.check(account.id()).sessionValid()).isFalse();
        assertThat(alma.health(account.id()).state()).isEqualTo(AccountState.LOGIN_REQUIRED);
        assertThat(storedSessions()).isOne();
    }

    @Test
    void being_asked_to_slow_down_says_nothing_about_the_session() {
        fails(Fault.RATE_LIMITED, 1);
        var checked = alma.check(account.id());
        assertThat(checked.sessionValid()).isTrue();
        assertThat(checked.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(alma.health(account.id()).state()).isEqualTo(AccountState.RATE_LIMITED);

        alma.check(account.id());
        assertThat(alma.health(account.id()).state()).isEqualTo(AccountState.RATE_LIMITED);
        alma.in(() -> {
            parley.bean(Health.class).recovered(account.id());
            return true;
        });
        assertThat(alma.health(account.id()).state()).isEqualTo(AccountState.CONNECTED);
    }

    @Test
    void signing_out_ends_the_session_here_and_at_instagram() {
        var session = alma.in(
                () -> parley.bean(Sessions.class).opening(account.id()).get().orElseThrow());
        alma.signOut(account.id());
        assertThat(alma.health(account.id()).state()).isEqualTo(AccountState.DISCONNECTED);
        assertThat(storedSessions()).isZero();
        var speaking = parley.bean(Drivers.class).open(session.snapshot());
        assertThat(speaking.currentUser()).extracting("refusal").isInstanceOf(Refusal.PersonNeeded.class);
        assertThat(alma.check(account.id()).sessionValid()).isFalse();
        alma.signOut(account.id());
    }

    @Test
    void signing_out_works_even_if_instagram_does_not_answer() {
        sandbox.script(ScriptedFault.of(Call.ANY, Fault.DROP));
        alma.signOut(account.id());
        assertThat(storedSessions()).isZero();
    }

    @Test
    void one_record_that_cannot_be_read_fails_alone() {
        var other = ((Recorded.Connected) login("sami.sms")).account();
        parley.database()
                .owner()
                .sql("update instagram_credentials set session_data_encrypted = '\\x00' where account_id = :account")
                .param("account", account.id().value())
                .update();
        assertThatThrownBy(() -> alma.check(account.id()))
                .isInstanceOfSatisfying(
                        BotException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.RECORD_UNREADABLE));
        assertThat(alma.check(other.id()).sessionValid()).isTrue();
        assertThat(alma.in(() -> parley.bean(Health.class).ofAll())).hasSize(2);
        alma.signOut(account.id());
        assertThat(alma.login("alma.plain")).isInstanceOf(Recorded.Connected.class);
    }

    @Test
    void a_session_that_was_moved_to_another_account_is_not_read() {
        var other = ((Recorded.Connected) login("sami.sms")).account();
        parley.database()
                .owner()
                .sql("""
                update instagram_credentials
                set session_data_encrypted =
                    (select session_data_encrypted from instagram_credentials where account_id = :from)
                where account_id = :to
                """)
                .param("from", account.id().value())
                .param("to", other.id().value())
                .update();
        assertThatThrownBy(() -> alma.check(other.id())).isInstanceOf(BotException.class);
    }

    private Recorded login(String username) {
        var verification = alma.waitingLogin(username);
        return alma.code(verification, sandbox.outbox(username).getLast().code());
    }

    private static void fails(Fault fault, int times) {
        sandbox.script(ScriptedFault.of(Call.CURRENT_USER, fault).times(times));
    }

    private static long storedSessions() {
        return parley.database()
                .owner()
                .sql("select count(*) from instagram_credentials where session_data_encrypted is not null")
                .query(Long.class)
                .single();
    }
}
