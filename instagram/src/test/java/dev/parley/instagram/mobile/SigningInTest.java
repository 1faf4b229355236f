package dev.parley.instagram.mobile;

import static dev.parley.instagram.mobile.TestingAppApi.json;
import static dev.parley.instagram.mobile.TestingAppApi.signedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.PendingSignIn.Kind;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.SignInOutcome.CodeRefused;
import dev.parley.instagram.SignInOutcome.CredentialsRefused;
import dev.parley.instagram.SignInOutcome.NeedsVerification;
import dev.parley.instagram.SignInOutcome.SignedIn;
import dev.parley.instagram.SignInOutcome.VerificationEnded;
import dev.parley.instagram.VerificationMethod;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SigningInTest {

    private static final String TWO_FACTOR = """
            {"message":"","two_factor_required":true,"error_type":"two_factor_required","two_factor_info":{"username":"a",
            "two_factor_identifier":"tfi-1","sms_two_factor_on":%s,"totp_two_factor_on":%s,
            "obfuscated_phone_number":"+** *** **89"},"status":"fail"}""";

    private static final String CHALLENGE = """
            {"message":"challenge_required","challenge":{"url":"https://i.instagram.com/challenge/42/nonce1/",
            "api_path":"%s","native_flow":%s,"lock":true,"challenge_context":"{}"},
            "error_type":"checkpoint_challenge_required","status":"fail"}""";

    private static final String SELECT_METHOD = """
            {"step_name":"select_verify_method","step_data":{"email":"a***@e***.com","phone_number":"+49 *** 89"},
            "status":"ok"}""";

    private final TestingAppApi api = new TestingAppApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void signs_in_with_a_sealed_password() {
        api.answersWithPasswordKey().answersWithSession();
        SignIn request = api.signIn();

        SignedIn signedIn = (SignedIn) api.driver().signIn(request);

        assertThat(signedIn.account().id()).isEqualTo(new PersonId("42"));
        assertThat(signedIn.session().identity()).isEqualTo(request.identity());
        assertThat(api.request().getTarget()).isEqualTo("/api/v1/qe/sync/");
        RecordedRequest login = api.request();
        JsonNode fields = signedFields(login);
        assertThat(login.getTarget()).isEqualTo("/api/v1/accounts/login/");
        assertThat(login.getHeaders().get("X-MID")).isEqualTo("mid-1");
        assertThat(login.getHeaders().get("Cookie")).isEqualTo("csrftoken=csrf-1");
        assertThat(fields.get("username").asString()).isEqualTo("alma.plain");
        assertThat(fields.get("jazoest").asString()).startsWith("2");
        assertThat(TestingAppApi.unseal(fields.get("enc_password").asString())).isEqualTo(TestingAppApi.PASSWORD);
    }

    @Test
    void keeps_what_a_session_needs_and_echoes_it() {
        api.answersWithPasswordKey().answersWithSession().answers(200, "{\"following\":true,\"status\":\"ok\"}");
        SignedIn signedIn = (SignedIn) api.driver().signIn(api.signIn());
        api.driver().open(signedIn.session()).friendship(TestingAppApi.LENA);

        api.request();
        api.request();
        var headers = api.request().getHeaders();
        assertThat(headers.get("Authorization")).isEqualTo(TestingAppApi.AUTHORIZATION);
        assertThat(headers.get("X-IG-WWW-Claim")).isEqualTo("hmac.claim");
        assertThat(headers.get("IG-U-RUR")).isEqualTo("CLN,42,1");
        assertThat(headers.get("IG-U-SHBID")).isNull();
        assertThat(headers.get("IG-U-DS-USER-ID")).isEqualTo("42");
        assertThat(headers.get("Cookie")).isEqualTo("csrftoken=csrf-1; ds_user_id=42; sessionid=42%3Ageheim");
        assertThat(headers.get("X-Pigeon-Rawclienttime")).isEqualTo("1793527200.250");
    }

    @Test
    void goes_on_with_a_totp_code_in_another_process_without_the_password() {
        api.answersWithPasswordKey()
                .answers(400, TWO_FACTOR.formatted("false", "true"))
                .answersWithSession();
        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));
        assertThat(pending.kind()).isEqualTo(Kind.TWO_FACTOR);
        assertThat(pending.method()).isEqualTo(VerificationMethod.TOTP);
        assertThat(pending.sentTo()).isNull();

        SignInOutcome outcome = api.driver().answer(PendingSignIn.fromBytes(pending.toBytes()), "123 456");

        assertThat(outcome).isInstanceOf(SignedIn.class);
        JsonNode login = lastOf(3);
        assertThat(login.get("verification_code").asString()).isEqualTo("123456");
        assertThat(login.get("verification_method").asString()).isEqualTo("3");
        assertThat(login.get("two_factor_identifier").asString()).isEqualTo("tfi-1");
        assertThat(login.get("_csrftoken").asString()).isEqualTo("csrf-1");
        assertThat(login.has("enc_password")).isFalse();
    }

    @Test
    void asks_again_after_a_wrong_code() {
        api.answersWithPasswordKey()
                .answers(400, TWO_FACTOR.formatted("false", "true"))
                .answers(400, """
                        {"message":"Please check the security code and try again.",
                        "error_type":"sms_code_validation_code_invalid","status":"fail"}""")
                .answersWithSession();
        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));

        CodeRefused refused = (CodeRefused) api.driver().answer(pending, "000000");

        assertThat(api.driver().answer(refused.pending(), "123456")).isInstanceOf(SignedIn.class);
    }

    @Test
    void says_so_when_a_second_factor_has_expired() {
        api.answersWithPasswordKey()
                .answers(400, TWO_FACTOR.formatted("false", "true"))
                .answers(400, "{\"message\":\"Code expired\",\"error_type\":\"invalid_nonce\",\"status\":\"fail\"}");
        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));

        assertThat(api.driver().answer(pending, "123456")).isInstanceOf(VerificationEnded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12", "1234567890123"})
    void does_not_ask_instagram_about_what_is_no_code(String typed) {
        api.answersWithPasswordKey().answers(400, TWO_FACTOR.formatted("false", "true"));
        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));

        assertThat(api.driver().answer(pending, typed)).isInstanceOf(CodeRefused.class);
        assertThat(api.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void tells_where_a_text_message_went_and_has_another_one_sent() {
        api.answersWithPasswordKey()
                .answers(400, TWO_FACTOR.formatted("true", "false"))
                .answers(200, """
                        {"two_factor_required":true,"two_factor_info":{"two_factor_identifier":"tfi-2",
                        "sms_two_factor_on":true,"totp_two_factor_on":false,"obfuscated_phone_number":"89"},"status":"ok"}""")
                .answersWithSession();
        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));
        assertThat(pending.method()).isEqualTo(VerificationMethod.SMS);
        assertThat(pending.sentTo()).isEqualTo("+** *** **89");

        PendingSignIn again = pending(api.driver().sendCode(pending, null));

        assertThat(api.driver().answer(again, "123456")).isInstanceOf(SignedIn.class);
        JsonNode login = lastOf(4);
        assertThat(login.get("two_factor_identifier").asString()).isEqualTo("tfi-2");
        assertThat(login.get("verification_method").asString()).isEqualTo("1");
    }

    @Test
    void switches_to_a_backup_code_without_asking_instagram() {
        api.answersWithPasswordKey()
                .answers(400, TWO_FACTOR.formatted("true", "true"))
                .answersWithSession();
        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));
        assertThat(pending.methods())
                .containsExactlyInAnyOrder(
                        VerificationMethod.TOTP, VerificationMethod.SMS, VerificationMethod.BACKUP_CODE);

        PendingSignIn backup = pending(api.driver().sendCode(pending, VerificationMethod.BACKUP_CODE));

        assertThat(api.driver().answer(backup, "1234-5678")).isInstanceOf(SignedIn.class);
        assertThat(lastOf(3).get("verification_method").asString()).isEqualTo("2");
    }

    @Test
    void refuses_a_method_that_is_not_offered() {
        api.answersWithPasswordKey().answers(400, TWO_FACTOR.formatted("false", "true"));
        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));

        assertThatThrownBy(() -> api.driver().sendCode(pending, VerificationMethod.EMAIL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lets_a_person_choose_how_to_be_challenged() {
        api.answersWithPasswordKey()
                .answers(400, CHALLENGE.formatted("/challenge/42/nonce1/", "false"))
                .answers(200, """
                        {"step_name":"select_verify_method","step_data":{"choice":"0","email":"a***@e***.com",
                        "phone_number":"+49 *** 89"},"nonce_code":"nonce1","user_id":42,"status":"ok"}""")
                .answers(200, """
                        {"step_name":"verify_email","step_data":{"contact_point":"a***@e***.com"},"status":"ok"}""")
                .answers(json(
                                200,
                                "{\"action\":\"close\",\"status\":\"ok\",\"logged_in_user\":{\"pk\":42,\"username\":\"a\"}}")
                        .addHeader("ig-set-authorization", TestingAppApi.AUTHORIZATION)
                        .build());
        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));
        assertThat(pending.kind()).isEqualTo(Kind.CHALLENGE);
        assertThat(pending.method()).isNull();
        assertThat(pending.methods()).containsExactlyInAnyOrder(VerificationMethod.EMAIL, VerificationMethod.SMS);

        PendingSignIn sent = pending(api.driver().sendCode(pending, VerificationMethod.EMAIL));
        assertThat(sent.sentTo()).isEqualTo("a***@e***.com");

        assertThat(api.driver().answer(sent, "123456")).isInstanceOf(SignedIn.class);
        assertThat(lastOf(5).get("security_code").asString()).isEqualTo("123456");
    }

    @Test
    void does_not_make_anybody_choose_where_there_is_one_way_only() {
        api.answersWithPasswordKey()
                .answers(400, CHALLENGE.formatted("/challenge/42/nonce1/", "false"))
                .answers(200, """
                        {"step_name":"select_verify_method","step_data":{"email":"a***@e***.com"},"status":"ok"}""")
                .answers(200, "{\"step_name\":\"verify_email\",\"step_data\":{},\"status\":\"ok\"}");

        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));

        assertThat(pending.method()).isEqualTo(VerificationMethod.EMAIL);
        assertThat(pending.sentTo()).isEqualTo("a***@e***.com");
        assertThat(lastOf(4).get("choice").asString()).isEqualTo("1");
    }

    @Test
    void asks_again_after_a_wrong_challenge_code_and_has_another_one_sent() {
        api.answersWithPasswordKey()
                .answers(400, CHALLENGE.formatted("/challenge/42/nonce1/", "false"))
                .answers(200, "{\"step_name\":\"verify_email\",\"step_data\":{},\"status\":\"ok\"}")
                .answers(400, """
                        {"message":"Please check the code we sent you and try again.","status":"fail"}""")
                .answers(200, "{\"step_name\":\"verify_email\",\"step_data\":{},\"status\":\"ok\"}");
        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));

        CodeRefused refused = (CodeRefused) api.driver().answer(pending, "000000");
        pending(api.driver().sendCode(refused.pending(), null));

        for (int i = 0; i < 4; i++) {
            api.request();
        }
        assertThat(api.request().getTarget()).isEqualTo("/api/v1/challenge/replay/42/nonce1/");
    }

    @Test
    void goes_back_to_the_choice_to_have_the_code_sent_another_way() {
        api.answersWithPasswordKey()
                .answers(400, CHALLENGE.formatted("/challenge/42/nonce1/", "false"))
                .answers(200, SELECT_METHOD)
                .answers(200, "{\"step_name\":\"verify_sms\",\"step_data\":{},\"status\":\"ok\"}")
                .answers(200, SELECT_METHOD)
                .answers(200, "{\"step_name\":\"verify_email\",\"step_data\":{},\"status\":\"ok\"}");
        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));

        PendingSignIn bySms = pending(api.driver().sendCode(pending, VerificationMethod.SMS));
        PendingSignIn byEmail = pending(api.driver().sendCode(bySms, VerificationMethod.EMAIL));

        assertThat(bySms.method()).isEqualTo(VerificationMethod.SMS);
        assertThat(byEmail.method()).isEqualTo(VerificationMethod.EMAIL);
        for (int i = 0; i < 4; i++) {
            api.request();
        }
        assertThat(api.request().getTarget()).isEqualTo("/api/v1/challenge/reset/42/nonce1/");
        assertThat(signedFields(api.request()).get("choice").asString()).isEqualTo("1");
    }

    @Test
    void waits_for_a_choice_before_it_sends_any_code() {
        api.answersWithPasswordKey()
                .answers(400, CHALLENGE.formatted("/challenge/42/nonce1/", "false"))
                .answers(200, SELECT_METHOD);
        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));

        assertThat(pending(api.driver().answer(pending, "123456"))).isEqualTo(pending);
        assertThat(pending(api.driver().sendCode(pending, null))).isEqualTo(pending);
        assertThat(api.server().getRequestCount()).isEqualTo(3);
    }

    @Test
    void asks_for_a_new_sign_in_when_a_challenge_is_passed_or_over_without_a_session() {
        api.answersWithPasswordKey()
                .answers(400, CHALLENGE.formatted("/challenge/42/nonce1/", "false"))
                .answers(200, "{\"step_name\":\"verify_email\",\"step_data\":{},\"status\":\"ok\"}")
                .answers(200, "{\"action\":\"close\",\"status\":\"ok\"}")
                .answers(404, "{\"message\":\"Gone\",\"status\":\"fail\"}");
        PendingSignIn pending = pending(api.driver().signIn(api.signIn()));

        assertThat(api.driver().answer(pending, "123456")).isInstanceOf(VerificationEnded.class);
        assertThat(api.driver().answer(pending, "123456")).isInstanceOf(VerificationEnded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delta_login_review", "add_birthday", "change_password", "selfie_captcha", "new_thing"})
    void leaves_every_other_step_of_a_challenge_to_the_person(String step) {
        api.answersWithPasswordKey()
                .answers(400, CHALLENGE.formatted("/challenge/42/nonce1/", "false"))
                .answers(200, "{\"step_name\":\"%s\",\"step_data\":{},\"status\":\"ok\"}".formatted(step));

        assertThat(refusal(api.driver().signIn(api.signIn()))).isInstanceOf(Refusal.ChallengeRequired.class);
        assertThat(api.server().getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/auth_platform/x/", "/challenge/42/n/../../friendships/create/1/", "/challenge/", "//evil/x/"})
    void follows_no_challenge_to_another_endpoint(String path) {
        api.answersWithPasswordKey().answers(400, CHALLENGE.formatted(path, "false"));

        assertThat(refusal(api.driver().signIn(api.signIn()))).isInstanceOf(Refusal.ChallengeRequired.class);
        assertThat(api.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void leaves_a_challenge_of_the_apps_own_screens_to_the_person() {
        api.answersWithPasswordKey().answers(400, CHALLENGE.formatted("/challenge/42/nonce1/", "true"));

        assertThat(refusal(api.driver().signIn(api.signIn()))).isInstanceOf(Refusal.ChallengeRequired.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"The password you entered is incorrect.\",\"error_type\":\"bad_password\",\"status\":\"fail\"}",
                "{\"message\":\"The username you entered doesn't belong\",\"error_type\":\"invalid_user\",\"status\":\"fail\"}",
                "{\"message\":\"Set one\",\"error_type\":\"unusable_password\",\"status\":\"fail\"}"
            })
    void reports_refused_credentials_and_does_not_try_again(String body) {
        api.answersWithPasswordKey().answers(400, body);

        assertThat(api.driver().signIn(api.signIn())).isInstanceOf(CredentialsRefused.class);
        assertThat(api.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void does_not_send_a_password_without_a_key_to_seal_it() {
        api.answers(200, "{\"status\":\"ok\"}");

        assertThat(refusal(api.driver().signIn(api.signIn()))).isInstanceOf(Refusal.BadResponse.class);
        assertThat(api.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void does_not_believe_a_yes_without_a_session() {
        api.answersWithPasswordKey()
                .answers(200, "{\"logged_in_user\":{\"pk\":42,\"username\":\"a\"},\"status\":\"ok\"}");

        assertThat(refusal(api.driver().signIn(api.signIn()))).isInstanceOf(Refusal.BadResponse.class);
    }

    @Test
    void tells_no_secret_in_any_outcome() {
        api.answersWithPasswordKey()
                .answers(400, TWO_FACTOR.formatted("false", "true"))
                .answersWithSession();
        SignIn request = api.signIn();
        SignInOutcome needs = api.driver().signIn(request);
        SignInOutcome signedIn = api.driver().answer(pending(needs), "123456");

        assertThat(request + " " + needs + " " + signedIn)
                .doesNotContain(TestingAppApi.PASSWORD, "IGT:2", "geheim", "csrf-1", "tfi-1");
    }

    private JsonNode lastOf(int requests) {
        for (int i = 1; i < requests; i++) {
            api.request();
        }
        return signedFields(api.request());
    }

    private static PendingSignIn pending(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(NeedsVerification.class);
        return ((NeedsVerification) outcome).pending();
    }

    private static Refusal refusal(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(SignInOutcome.Refused.class);
        return ((SignInOutcome.Refused) outcome).refusal();
    }
}
