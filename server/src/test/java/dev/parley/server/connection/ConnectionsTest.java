package dev.parley.server.connection;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.ConnectAccount;
import dev.parley.server.bot.BotStatus;
import dev.parley.server.bot.Bots;
import dev.parley.server.bot.ReadStatus;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingApi.Answer;
import dev.parley.server.testing.TestingParley;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "sandbox-pass";

    private static final SandboxServer instagram = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of("parley.sandbox-url", instagram.baseUrl()));

    private static int people;

    private String username = "";
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

        var wrong = parley.bean(VerificationSteps.class)
                .answer(caller, verification, "000000")
                .result();
        assertThat(wrong).isInstanceOf(SignInResult.CodeRefused.class);
        assertThat(((SignInResult.CodeRefused) wrong).triesLeft()).isEqualTo(4);

        parley.restart();

        var right = parley.bean(VerificationSteps.class).answer(caller, verification, instagram.totpCode("tomas.totp"));
        assertThat(right.result()).isInstanceOf(SignInResult.Connected.class);
        assertThat(parley.bean(ConnectedAccounts.class)
                        .test(caller, right.account())
                        .sessionValid())
                .isTrue();
    }

    @Test
    void ends_a_session_and_tells_that_it_is_over() {
        var connected = logIn("alma.plain", PASSWORD);
        assertThat(connected.result()).isInstanceOf(SignInResult.Connected.class);
        start(connected.account());
        assertThat(status(connected.account()).state()).isEqualTo(BotStatus.State.RUNNING);

        parley.bean(ConnectedAccounts.class).logOut(caller, connected.account());

        assertThat(parley.bean(ConnectedAccounts.class)
                        .test(caller, connected.account())
                        .sessionValid())
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
        assertThat(parley.bean(ConnectedAccounts.class).test(caller, null).sessionValid())
                .isFalse();
    }

    @Test
    void a_session_that_works_is_used_again_by_whoever_knows_its_password() {
        var owner = parley.person("reuses");
        var login = login(newAccount());
        var first = owner.post("/api/login", login);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.field("session_valid")).isEqualTo("true");
        assertThat(first.field("reused")).isEqualTo("false");
        assertThat(Instant.parse(first.field("expires_at"))).isAfter(Instant.now());

        parley.restart();
        var again = parley.person("reuses").post("/api/login", login);
        assertThat(again.field("reused")).as(again.text()).isEqualTo("true");
        assertThat(again.field("account_id")).isEqualTo(first.field("account_id"));
        assertThat(signIns()).isOne();

        var forced = parley.person("reuses").post("/api/login/force", login);
        assertThat(forced.field("session_valid")).isEqualTo("true");
        assertThat(forced.field("reused")).isEqualTo("false");
        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void a_wrong_password_is_for_instagram_to_refuse_and_leaves_the_session_as_it_is() {
        var owner = parley.person("mistypes");
        var username = newAccount();
        assertThat(owner.post("/api/login", login(username)).status()).isEqualTo(200);

        var wrong = owner.post(
                "/api/login", json("{'username': '%s', 'password': 'not the password'}".formatted(username)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.error()).isEqualTo("INSTAGRAM_CREDENTIALS_REFUSED");
        assertThat(signIns()).isEqualTo(2);
        assertThat(owner.post("/api/login", login(username)).field("reused")).isEqualTo("true");
        assertThat(owner.post("/api/login", json("{'username': '%s'}".formatted(username)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void two_who_want_the_same_account_signed_in_sign_it_in_once() throws Exception {
        var owner = parley.person("hurries");
        var login = login(newAccount());
        instagram.script(ScriptedFault.of(Call.LOGIN, Fault.DELAY).delayedBy(Duration.ofSeconds(1)));
        List<Future<Answer>> answers;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = callers.invokeAll(Collections.nCopies(4, () -> owner.post("/api/login", login)));
        } finally {
            instagram.clearScript();
        }
        for (var answer : answers) {
            assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(200);
        }
        assertThat(answers).extracting(answer -> answer.get().field("reused")).containsOnlyOnce("false");
        assertThat(signIns()).isOne();
    }

    @Test
    void a_session_that_nobody_used_lately_is_asked_for_before_it_is_used_again() {
        var owner = parley.person("returns");
        var username = newAccount();
        owner.post("/api/login", login(username));
        try {
            parley.clock().advance(Duration.ofHours(30));
            assertThat(owner.post("/api/login", login(username)).field("reused"))
                    .as("it has expired here, and Instagram still takes it")
                    .isEqualTo("true");
            assertThat(signIns()).isOne();

            parley.clock().advance(Duration.ofMinutes(6));
            instagram.script(
                    ScriptedFault.of(Call.CURRENT_USER, Fault.LOGIN_REQUIRED).times(1));
            assertThat(owner.post("/api/login", login(username)).field("reused"))
                    .as("Instagram has ended it")
                    .isEqualTo("false");
            assertThat(signIns()).isEqualTo(2);
        } finally {
            parley.clock().reset();
            instagram.clearScript();
        }
    }

    @Test
    void before_something_is_sent_a_session_that_has_expired_is_asked_for_once() {
        var connected = logIn(newAccount(), PASSWORD).account();
        try {
            assertThat(revives(connected)).isTrue();
            parley.clock().advance(Duration.ofHours(30));
            assertThat(revives(connected)).isTrue();
            parley.clock().advance(Duration.ofHours(30));
            instagram.script(
                    ScriptedFault.of(Call.CURRENT_USER, Fault.LOGIN_REQUIRED).times(1));
            assertThat(revives(connected)).isFalse();
            assertThat(revives(connected)).isFalse();
            assertThat(signIns()).isOne();
        } finally {
            parley.clock().reset();
            instagram.clearScript();
        }
    }

    @Test
    void what_sends_is_told_what_is_wanted_of_a_person_first() {
        var signIn = parley.bean(SignInForSending.class);
        assertThat(signIn.ensure(caller, "chloe.challenge", PASSWORD).verification())
                .hasValueSatisfying(
                        needed -> assertThat(needed.verification().kind()).isEqualTo("CHALLENGE"));
        assertThat(signIn.ensure(caller, newAccount(), PASSWORD).verification()).isEmpty();
        assertThat(signIn.ensure(caller, username, PASSWORD).reused()).isTrue();
    }

    @Test
    void where_instagram_ends_a_session_it_is_asked_once_with_the_password_that_its_owner_let_parley_keep() {
        var owner = parley.person("stays");
        var account = keeps(owner, newAccount());
        try {
            ends(Fault.LOGIN_REQUIRED);
            assertThat(testSession(owner)).isEqualTo("false");
            await().atMost(PATIENCE).until(() -> sessionValid(owner, account).equals("true"));
            assertThat(signIns()).isEqualTo(2);
            assertThat(owner.get("/api/activity?action=sign-in-again").text()).contains("the password that it keeps");

            ends(Fault.LOGIN_REQUIRED);
            assertThat(testSession(owner)).isEqualTo("false");
            assertThat(testSession(owner)).isEqualTo("false");
            assertThat(signIns()).as("not so soon again").isEqualTo(2);
            assertThat(owner.get(account).field("state")).isEqualTo("LOGIN_REQUIRED");

            parley.clock().advance(Duration.ofHours(7));
            assertThat(revives(owner, account)).isTrue();
            assertThat(signIns()).isEqualTo(3);
        } finally {
            parley.clock().reset();
            instagram.clearScript();
        }
    }

    @Test
    void a_kept_password_that_instagram_refuses_is_forgotten() {
        var owner = parley.person("changes");
        var account = keeps(owner, newAccount());
        try {
            instagram.script(ScriptedFault.of(Call.LOGIN, Fault.BAD_PASSWORD).times(1));
            ends(Fault.LOGIN_REQUIRED);
            assertThat(testSession(owner)).isEqualTo("false");
            await().atMost(PATIENCE)
                    .until(() -> owner.get(account).field("signs_in_again").equals("false"));
            assertThat(owner.get(account).field("state")).isEqualTo("LOGIN_REQUIRED");
            assertThat(owner.get(account).field("why", "error")).isEqualTo("INSTAGRAM_CREDENTIALS_REFUSED");
        } finally {
            instagram.clearScript();
        }
    }

    @Test
    void what_wants_more_than_a_password_is_left_to_the_owner() {
        var owner = parley.person("careful");
        var account = keeps(owner, newAccount());
        try {
            ends(Fault.CHECKPOINT_REQUIRED);
            assertThat(testSession(owner)).isEqualTo("false");
            assertThat(owner.get(account).field("state")).isEqualTo("VERIFICATION_REQUIRED");
            assertThat(testSession(owner)).as("passed in the app").isEqualTo("true");
            assertThat(signIns()).isOne();
        } finally {
            instagram.clearScript();
        }
    }

    @Test
    void the_owner_decides_whether_a_password_is_kept() {
        var owner = parley.person("decides");
        var name = newAccount();
        var account = "/api/accounts/" + owner.post("/api/login", login(name)).field("account_id");
        assertThat(owner.get(account).field("signs_in_again")).isEqualTo("false");
        assertThat(owner.get(account).field("signed_in_at")).isNotEmpty();
        assertThat(owner.get(account).field("last_success_at")).isNotEmpty();

        var wrong = owner.patch(account, json("{'keep_password': true, 'password': 'another'}"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(owner.get(account).field("signs_in_again")).isEqualTo("false");
        var right = owner.patch(account, json("{'keep_password': true, 'password': '%s'}".formatted(PASSWORD)));
        assertThat(right.field("signs_in_again")).as(right.text()).isEqualTo("true");
        assertThat(right.text()).doesNotContain(PASSWORD);

        assertThat(owner.patch(account, json("{'keep_password': false}")).field("signs_in_again"))
                .isEqualTo("false");
        owner.patch(account, json("{'keep_password': true, 'password': '%s'}".formatted(PASSWORD)));
        owner.post("/api/bot/logout");
        assertThat(owner.get(account).field("signs_in_again")).isEqualTo("false");
        assertThat(keeps(owner, name)).isEqualTo(account);
        assertThat(owner.get(account).field("signs_in_again")).isEqualTo("true");
    }

    @Test
    void an_action_asks_first_who_is_signed_in_where_nobody_knows_lately() {
        var owner = parley.person("idles");
        var account =
                "/api/accounts/" + owner.post("/api/login", login(newAccount())).field("account_id");
        var check = account + "/driver-checks/hashtag";
        try {
            ends(Fault.LOGIN_REQUIRED);
            assertThat(owner.post(check, "{}").status()).as("used just now").isEqualTo(200);
            instagram.clearScript();

            parley.clock().advance(Duration.ofHours(30));
            assertThat(sessionValid(owner, account)).isEqualTo("false");
            assertThat(owner.post(check, "{}").status())
                    .as("expired, and Instagram still takes it")
                    .isEqualTo(200);
            assertThat(sessionValid(owner, account)).isEqualTo("true");

            parley.clock().advance(Duration.ofMinutes(6));
            ends(Fault.SERVER_ERROR);
            assertThat(owner.post(check, "{}").status())
                    .as("one unclear answer proves nothing")
                    .isEqualTo(200);

            parley.clock().advance(Duration.ofMinutes(6));
            ends(Fault.LOGIN_REQUIRED);
            assertThat(owner.post(check, "{}").error()).isEqualTo("SESSION_INVALID");
            assertThat(owner.get(account).field("state")).isEqualTo("LOGIN_REQUIRED");
        } finally {
            parley.clock().reset();
            instagram.clearScript();
        }
    }

    @Test
    void a_bot_goes_on_where_a_test_finds_that_its_session_works_again() {
        var owner = parley.person("passes");
        var id = owner.post("/api/login", login(newAccount())).field("account_id");
        owner.post("/api/bot/start");
        try {
            instagram.script(
                    ScriptedFault.of(Call.HASHTAG, Fault.CHECKPOINT_REQUIRED).times(1));
            assertThat(owner.post("/api/accounts/" + id + "/driver-checks/hashtag", "{}")
                            .error())
                    .isEqualTo("VERIFICATION_PERSON_NEEDED");
            assertThat(botState(owner)).isEqualTo("NEEDS_ATTENTION");
            ends(Fault.CHECKPOINT_REQUIRED);
            assertThat(testSession(owner)).as("not passed yet").isEqualTo("false");
            assertThat(botState(owner)).isEqualTo("NEEDS_ATTENTION");

            assertThat(testSession(owner)).as("passed in the app").isEqualTo("true");
            assertThat(botState(owner)).isEqualTo("RUNNING");
        } finally {
            instagram.clearScript();
        }
    }

    @Test
    void a_session_that_works_does_not_take_back_that_a_person_must_look_after_a_block() {
        var owner = parley.person("blocked");
        var id = owner.post("/api/login", login(newAccount())).field("account_id");
        owner.post("/api/bot/start");
        parley.database()
                .owner()
                .sql("update bot_instances set attention_code = :code where account_id = :id::uuid")
                .param("code", ErrorCode.PERSON_NEEDED.code())
                .param("id", id)
                .update();
        assertThat(testSession(owner)).isEqualTo("true");
        assertThat(botState(owner)).isEqualTo("NEEDS_ATTENTION");
    }

    private static String botState(TestingApi owner) {
        return owner.get("/api/bot/status").field("state");
    }

    private String keeps(TestingApi owner, String name) {
        var signedIn = owner.post(
                "/api/login",
                json("{'username': '%s', 'password': '%s', 'keep_password': true}".formatted(name, PASSWORD)));
        assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(200);
        return "/api/accounts/" + signedIn.field("account_id");
    }

    private static void ends(Fault fault) {
        instagram.script(ScriptedFault.of(Call.CURRENT_USER, fault).times(1));
    }

    private static String testSession(TestingApi owner) {
        var me = owner.get("/api/me").field("id");
        return owner.post("/api/users/" + me + "/test-session").field("session_valid");
    }

    private static String sessionValid(TestingApi owner, String account) {
        return owner.get(account).field("session_valid");
    }

    private boolean revives(TestingApi owner, String account) {
        var workspace = parley.database()
                .owner()
                .sql("select workspace_id from instagram_accounts where id = :id::uuid")
                .param("id", account.replace("/api/accounts/", ""))
                .query(UUID.class)
                .single();
        var user = UserId.of(owner.get("/api/me").field("id"));
        var known = inWorkspace()
                .in(new WorkspaceId(workspace), () -> of(AccountId.of(account.replace("/api/accounts/", ""))));
        return parley.bean(Reconnect.class)
                .revive(new Caller(user, "stays", false, new WorkspaceId(workspace)), () -> Optional.of(known));
    }

    private boolean revives(AccountId account) {
        var known = inWorkspace().in(caller.workspace(), () -> of(account));
        return parley.bean(Reconnect.class).revive(caller, () -> Optional.of(known));
    }

    private String newAccount() {
        username = instagram.makeAccounts("signs.in", 1).getFirst().account().username();
        return username;
    }

    private int signIns() {
        return instagram.logins(username).size();
    }

    private static String login(String username) {
        return json("{'username': '%s', 'password': '%s'}".formatted(username, PASSWORD));
    }

    private ConnectionStep logIn(String username, String password) {
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
