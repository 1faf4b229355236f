package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.TestingApp.Reply;
import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.ChallengeFlow;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class ChallengesTest {
    private static final String CHLOE = "chloe.challenge";

    private final SandboxServer sandbox;
    private final TestingApp app;

    ChallengesTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        app = new TestingApp(sandbox.baseUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v1"})
    void a_code_can_be_given_with_and_without_the_version_in_the_path(String prefix) {
        sandbox.challengeFlow(CHLOE, ChallengeFlow.EMAIL_SENT);
        String path = prefix + begin().json().at("/challenge/api_path").asString();

        Reply passed = app.post(path, Map.of("security_code", lastCode()));

        assertThat(passed.json().get("action").asString()).isEqualTo("close");
        assertThat(passed.response().headers().firstValue("ig-set-authorization"))
                .isPresent();
    }

    @Test
    void a_phone_number_is_given_and_then_the_code() {
        sandbox.challengeFlow(CHLOE, ChallengeFlow.SUBMIT_PHONE);
        String path = begin().json().at("/challenge/api_path").asString();
        assertThat(app.get("/api/v1" + path).json().get("step_name").asString()).isEqualTo("submit_phone");

        Reply asked = app.challenge(path, "phone_number", "+905550000000");

        assertThat(asked.json().get("step_name").asString()).isEqualTo("verify_phone");
        assertThat(app.challenge(path, "security_code", lastCode()).status()).isEqualTo(200);
    }

    @Test
    void whoever_says_that_it_was_them_signs_in_again() {
        sandbox.challengeFlow(CHLOE, ChallengeFlow.REVIEW);
        String path = begin().json().at("/challenge/api_path").asString();

        Reply reviewed = app.post("/api" + path, Map.of("choice", "0"));

        assertThat(reviewed.json().get("action").asString()).isEqualTo("close");
        assertThat(reviewed.json().has("logged_in_user")).isFalse();
        assertThat(begin().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(ChallengeFlow.class)
    void every_flow_names_where_it_leads(ChallengeFlow flow) {
        sandbox.challengeFlow(CHLOE, flow);

        Reply asked = begin();

        assertThat(asked.message()).isEqualTo("challenge_required");
        assertThat(asked.json().at("/challenge/native_flow").asBoolean()).isEqualTo(flow == ChallengeFlow.NATIVE);
        assertThat(asked.json().at("/challenge/url").asString().contains("/suspended/"))
                .isEqualTo(flow == ChallengeFlow.SUSPENDED);
        assertThat(asked.json().at("/challenge/api_path").asString())
                .startsWith(flow == ChallengeFlow.AUTH_PLATFORM ? "/auth_platform/" : "/challenge/");
    }

    @Test
    void the_flow_can_be_set_from_outside() {
        var admin = new TestingAdmin(sandbox.baseUrl());

        admin.post("/_sandbox/challenge-flow", "{\"account\":\"alma.plain\",\"flow\":\"email_or_phone\"}");

        assertThat(admin.post("/_sandbox/challenge-flow", "{\"account\":\"alma.plain\",\"flow\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.json("/_sandbox/accounts").at("/1/backup_codes").size())
                .isEqualTo(5);
    }

    @Test
    void a_backup_code_is_good_once() {
        String code = sandbox.backupCodes("tomas.totp").getFirst();

        assertThat(app.twoFactorLogin(app.login("tomas.totp", Account.PASSWORD), code)
                        .status())
                .isEqualTo(200);
        assertThat(app.twoFactorLogin(app.login("tomas.totp", Account.PASSWORD), code)
                        .status())
                .isEqualTo(400);
        assertThat(sandbox.backupCodes("alma.plain")).isEmpty();
    }

    private Reply begin() {
        return app.login(CHLOE, Account.PASSWORD);
    }

    private String lastCode() {
        return sandbox.outbox(CHLOE).getLast().code();
    }
}
