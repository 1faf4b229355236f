package dev.parley.server.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.SandboxServer;
import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.ConnectAccount;
import dev.parley.server.bot.BotStatus;
import dev.parley.server.bot.Bots;
import dev.parley.server.bot.ReadStatus;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingParley;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionsTest {

    private static final String PASSWORD = "sandbox-pass";

    private static final SandboxServer instagram = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of("parley.sandbox-url", instagram.baseUrl()));

    private static int people;

    private final Caller caller = parley.database().person("person" + people++);

    @AfterAll
    static void close() {
        instagram.close();
    }

    @Test
    void connects_with_a_second_factor_that_is_answered_after_a_restart() {
        var first = logIn("tomas.totp", PASSWORD);
        assertThat(first.result()).isInstanceOf(SignInResult.VerificationNeeded.class);
        var verification = ((SignInResult.VerificationNeeded) first.result()).verification();

        var wrong = connections().answer(caller, verification, "000000").result();
        assertThat(wrong).isInstanceOf(SignInResult.CodeRefused.class);
        assertThat(((SignInResult.CodeRefused) wrong).triesLeft()).isEqualTo(4);

        parley.restart();

        var right = connections().answer(caller, verification, instagram.totpCode("tomas.totp"));
        assertThat(right.result()).isInstanceOf(SignInResult.Connected.class);
        assertThat(connections().test(caller, right.account()).sessionValid()).isTrue();
    }

    @Test
    void ends_a_session_and_tells_that_it_is_over() {
        var connected = logIn("alma.plain", PASSWORD);
        assertThat(connected.result()).isInstanceOf(SignInResult.Connected.class);
        start(connected.account());
        assertThat(status(connected.account()).state()).isEqualTo(BotStatus.State.RUNNING);

        connections().logOut(caller, connected.account());

        assertThat(connections().test(caller, connected.account()).sessionValid())
                .isFalse();
        assertThat(status(connected.account()).state()).isEqualTo(BotStatus.State.STOPPED);
        assertThatThrownBy(() -> start(connected.account()))
                .isInstanceOfSatisfying(
                        BotException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SESSION_INVALID));
    }

    @Test
    void tells_that_instagram_refuses_the_password() {
        var refused = logIn("sami.sms", "not the password");
        assertThat(refused.result())
                .isInstanceOfSatisfying(
                        SignInResult.Refused.class,
                        result -> assertThat(result.code()).isEqualTo(ErrorCode.INSTAGRAM_CREDENTIALS_REFUSED));
    }

    @Test
    void says_no_for_somebody_who_never_connected() {
        assertThat(connections().test(caller, null).sessionValid()).isFalse();
    }

    private Connections.Step logIn(String username, String password) {
        return connections().logIn(caller, new ConnectAccount.Wish(username, null, false), password);
    }

    private void start(AccountId account) {
        inWorkspace().run(caller.workspace(), () -> parley.bean(Bots.class).start(caller, of(account)));
    }

    private BotStatus status(AccountId account) {
        return inWorkspace()
                .in(caller.workspace(), () -> parley.bean(ReadStatus.class).of(of(account)));
    }

    private static Account of(AccountId account) {
        return parley.bean(Accounts.class).get(account);
    }

    private static Connections connections() {
        return parley.bean(Connections.class);
    }

    private static Tenancy inWorkspace() {
        return parley.bean(Tenancy.class);
    }
}
