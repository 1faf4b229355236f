package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.TestingApp.Reply;
import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.LoginTruth;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.world.Person;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SandboxExtension.class)
class FaultsTest {
    private final SandboxServer sandbox;
    private final Person target;
    private TestingApp app;

    FaultsTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        target = sandbox.people().stream()
                .filter(person -> !person.isPrivate() && !person.deleted())
                .findFirst()
                .orElseThrow();
        app = new TestingApp(sandbox.baseUrl());
    }

    @BeforeEach
    void signIn() {
        app = new TestingApp(sandbox.baseUrl())
                .authorizedBy(sandbox.makeAccounts("fan", 1).getFirst().authorization());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BAD_PASSWORD        | 400 | bad_password
        CHALLENGE_REQUIRED  | 400 | challenge_required
        CHECKPOINT_REQUIRED | 400 | checkpoint_required
        CONSENT_REQUIRED    | 400 | consent_required
        LOGIN_REQUIRED      | 403 | login_required
        FEEDBACK_REQUIRED   | 400 | feedback_required
        RATE_LIMITED        | 429 | Please wait a few minutes
        USER_NOT_FOUND      | 404 | User not found
        PRIVATE_ACCOUNT     | 400 | Not authorized to view user
        MESSAGES_REFUSED    | 400 | don't allow new message requests
        SERVER_ERROR        | 500 | Oops
        NOT_JSON            | 200 | Oops
        HTML                | 200 | <!DOCTYPE html>
        REDIRECT_TO_LOGIN   | 302 |
        """)
    void a_fault_answers_in_the_place_of_the_effect_or_after_it(Fault fault, int status, String words)
            throws IOException {
        sandbox.script(ScriptedFault.of(Call.FOLLOW, fault).times(1));
        HttpResponse<String> before = app.exchange(follow());

        assertThat(before.statusCode()).isEqualTo(status);
        assertThat(before.body()).contains(words == null ? "" : words);
        assertThat(truth()).matches(truth -> truth.asked() == 1 && truth.times() == 0 && !truth.inForce());

        sandbox.script(ScriptedFault.of(Call.FOLLOW, fault).times(1).afterTheEffect());
        assertThat(app.exchange(follow()).statusCode()).isEqualTo(status);
        assertThat(truth()).matches(truth -> truth.asked() == 2 && truth.times() == 1 && truth.inForce());
        assertThat(app.exchange(follow()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP", "TRUNCATE"})
    void a_connection_ends_before_or_in_the_middle_of_the_answer(Fault fault) {
        sandbox.script(ScriptedFault.of(Call.FOLLOW, fault).times(1));
        sandbox.script(ScriptedFault.of(Call.FOLLOW, fault).times(1).afterTheEffect());

        assertThatThrownBy(() -> app.exchange(follow())).isInstanceOf(IOException.class);
        assertThat(truth()).matches(truth -> truth.times() == 0);
        assertThatThrownBy(() -> app.exchange(follow())).isInstanceOf(IOException.class);
        assertThat(truth()).matches(truth -> truth.times() == 1 && truth.inForce());
    }

    @Test
    void no_effect_says_yes_and_does_nothing() {
        sandbox.script(ScriptedFault.of(Call.FOLLOW, Fault.NO_EFFECT).times(1));

        Reply reply = app.follow(target.id());

        assertThat(reply.json().at("/friendship_status/following").asBoolean()).isTrue();
        assertThat(truth()).matches(truth -> truth.asked() == 1 && truth.times() == 0);
        assertThat(app.get("/api/v1/friendships/show/" + target.id() + "/")
                        .json()
                        .get("following")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_delay_ends_with_the_right_answer() {
        sandbox.script(ScriptedFault.of(Call.FOLLOW, Fault.DELAY).times(1).delayedBy(Duration.ofMillis(20)));

        assertThat(app.follow(target.id()).status()).isEqualTo(200);
        assertThat(truth()).matches(FollowTruth::inForce);
        assertThat(sandbox.activeFaults()).isEmpty();
    }

    @Test
    void a_fault_hits_only_its_account_and_its_call() {
        sandbox.script(ScriptedFault.of(Call.FOLLOW, Fault.RATE_LIMITED).forAccount("alma.plain"));
        sandbox.script(ScriptedFault.of(Call.HASHTAG, Fault.RATE_LIMITED));

        assertThat(app.follow(target.id()).status()).isEqualTo(200);
        assertThat(app.get("/api/v1/tags/travel/info/").status()).isEqualTo(429);
        TestingApp alma = new TestingApp(sandbox.baseUrl());
        alma.login("alma.plain", Account.PASSWORD);
        assertThat(alma.follow(target.id()).status()).isEqualTo(429);
    }

    @Test
    void any_hits_every_call_until_the_script_is_cleared() {
        sandbox.script(ScriptedFault.of(Call.ANY, Fault.SERVER_ERROR));

        assertThat(app.get("/api/v1/accounts/current_user/").status()).isEqualTo(500);
        assertThat(app.follow(target.id()).status()).isEqualTo(500);
        assertThat(app.get("/api/v1/media/1/info/").status()).isEqualTo(500);

        sandbox.clearScript();
        assertThat(app.get("/api/v1/accounts/current_user/").status()).isEqualTo(200);
    }

    @Test
    void a_sign_in_can_fail_before_and_after_it_opened_a_session() {
        sandbox.script(ScriptedFault.of(Call.LOGIN, Fault.BAD_PASSWORD)
                .forAccount("alma.plain")
                .times(1));
        sandbox.script(ScriptedFault.of(Call.LOGIN, Fault.SERVER_ERROR).times(1).afterTheEffect());
        TestingApp alma = new TestingApp(sandbox.baseUrl());

        assertThat(alma.login("alma.plain", Account.PASSWORD)
                        .json()
                        .get("error_type")
                        .asString())
                .isEqualTo("bad_password");
        assertThat(alma.login("alma.plain", Account.PASSWORD).status()).isEqualTo(500);

        assertThat(sandbox.logins("alma.plain"))
                .extracting(LoginTruth::outcome)
                .containsExactly("bad_password", "signed_in");
    }

    @Test
    void a_challenge_on_request_can_be_passed() {
        sandbox.script(ScriptedFault.of(Call.FOLLOW, Fault.CHALLENGE_REQUIRED).times(1));

        String path = app.follow(target.id()).json().at("/challenge/api_path").asString();
        app.challenge(path, "choice", "1");
        String code = sandbox.outbox("fan.1").getLast().code();

        assertThat(app.challenge(path, "security_code", code)
                        .json()
                        .get("action")
                        .asString())
                .isEqualTo("close");
        assertThat(app.follow(target.id()).status()).isEqualTo(200);
    }

    private FollowTruth truth() {
        return sandbox.follows("fan.1").getFirst();
    }

    private HttpRequest follow() {
        return app.request("/api/v1/friendships/create/" + target.id() + "/")
                .POST(HttpRequest.BodyPublishers.ofString("signed_body=SIGNATURE.%7B%7D"))
                .build();
    }
}
