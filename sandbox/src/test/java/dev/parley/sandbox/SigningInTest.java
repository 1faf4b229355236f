package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.sandbox.TestingApp.Reply;
import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.LoginTruth;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class SigningInTest {
    private final SandboxServer sandbox;
    private TestingApp app;

    SigningInTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        app = new TestingApp(sandbox.baseUrl());
    }

    @BeforeEach
    void installAnApp() {
        app = new TestingApp(sandbox.baseUrl());
    }

    @Test
    void the_right_password_signs_in() {
        Reply reply = app.login("alma.plain", Account.PASSWORD);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/logged_in_user/username").asString()).isEqualTo("alma.plain");
        assertThat(reply.response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("sessionid=9000000001%3A"))
                .anyMatch(cookie -> cookie.startsWith("csrftoken="))
                .anyMatch(cookie -> cookie.startsWith("ds_user_id=9000000001"));
        assertThat(app.get("/api/v1/accounts/current_user/?edit=true").status()).isEqualTo(200);
    }

    @Test
    void the_session_cookie_is_as_good_as_the_header() throws Exception {
        Reply reply = app.login("alma.plain", Account.PASSWORD);
        String cookie = reply.response().headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("sessionid="))
                .findFirst()
                .orElseThrow()
                .split(";", 2)[0];

        var response = app.exchange(new TestingApp(sandbox.baseUrl())
                .request("/api/v1/accounts/current_user/")
                .header("Cookie", cookie)
                .build());

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void a_wrong_password_and_an_unknown_user_are_refused_in_instagrams_words() {
        Reply wrong = app.login("alma.plain", "not it");
        Reply unknown = app.login("nobody.here", Account.PASSWORD);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("error_type").asString()).isEqualTo("bad_password");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().get("error_type").asString()).isEqualTo("invalid_user");
        assertThat(sandbox.logins("alma.plain"))
                .extracting(LoginTruth::outcome, LoginTruth::device)
                .containsExactly(tuple("bad_password", app.androidId()));
    }

    @Test
    void an_authenticator_code_finishes_the_sign_in() {
        Reply asked = app.login("tomas.totp", Account.PASSWORD);
        assertThat(asked.status()).isEqualTo(400);
        assertThat(asked.json().get("two_factor_required").asBoolean()).isTrue();
        assertThat(asked.json().at("/two_factor_info/totp_two_factor_on").asBoolean())
                .isTrue();

        Reply wrong = app.twoFactorLogin(asked, "000000x");
        Reply right = app.twoFactorLogin(asked, sandbox.totpCode("tomas.totp"));

        assertThat(wrong.json().get("error_type").asString()).isEqualTo("sms_code_validation_code_invalid");
        assertThat(right.status()).isEqualTo(200);
        assertThat(app.get("/api/v1/accounts/current_user/").status()).isEqualTo(200);
        assertThat(sandbox.logins("tomas.totp"))
                .extracting(LoginTruth::outcome)
                .containsExactly("two_factor_required", "wrong_code", "signed_in");
    }

    @Test
    void five_wrong_codes_end_a_sign_in() {
        Reply asked = app.login("tomas.totp", Account.PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(app.twoFactorLogin(asked, "wrong")
                            .json()
                            .get("error_type")
                            .asString())
                    .isEqualTo("sms_code_validation_code_invalid");
        }

        Reply late = app.twoFactorLogin(asked, sandbox.totpCode("tomas.totp"));

        assertThat(late.status()).isEqualTo(400);
        assertThat(late.json().get("error_type").asString()).isEqualTo("invalid_nonce");
    }

    @Test
    void a_code_expires() {
        Reply asked = app.login("sami.sms", Account.PASSWORD);
        String code = sandbox.outbox("sami.sms").getLast().code();

        sandbox.advance(Duration.ofMinutes(11));

        assertThat(app.twoFactorLogin(asked, code).json().get("error_type").asString())
                .isEqualTo("invalid_nonce");
    }

    @Test
    void the_last_sms_counts() {
        Reply asked = app.login("sami.sms", Account.PASSWORD);
        String first = sandbox.outbox("sami.sms").getLast().code();
        Reply resent = app.resendSms(asked);
        String second = sandbox.outbox("sami.sms").getLast().code();

        assertThat(resent.status()).isEqualTo(200);
        assertThat(sandbox.outbox("sami.sms"))
                .hasSize(2)
                .allMatch(code -> code.channel().equals("sms"));
        assertThat(app.twoFactorLogin(asked, second.equals(first) ? "" : first).status())
                .isEqualTo(400);
        assertThat(app.twoFactorLogin(asked, second).status()).isEqualTo(200);
    }

    @Test
    void a_challenge_passed_by_mail_signs_in_and_makes_the_device_trusted() {
        Reply asked = app.login("chloe.challenge", Account.PASSWORD);
        assertThat(asked.message()).isEqualTo("challenge_required");
        String path = asked.json().at("/challenge/api_path").asString();

        assertThat(app.get("/api/v1" + path).json().get("step_name").asString()).isEqualTo("select_verify_method");
        assertThat(app.challenge(path, "choice", "1").json().get("step_name").asString())
                .isEqualTo("verify_email");
        assertThat(app.challenge(path, "security_code", "nope").message())
                .isEqualTo("Please check the code we sent you and try again.");
        Reply passed = app.challenge(
                path,
                "security_code",
                sandbox.outbox("chloe.challenge").getLast().code());

        assertThat(passed.json().get("action").asString()).isEqualTo("close");
        assertThat(app.get("/api/v1/accounts/current_user/").status()).isEqualTo(200);
        assertThat(app.authorizedBy(null)
                        .login("chloe.challenge", Account.PASSWORD)
                        .status())
                .isEqualTo(200);
        assertThat(new TestingApp(sandbox.baseUrl())
                        .login("chloe.challenge", Account.PASSWORD)
                        .message())
                .isEqualTo("challenge_required");
    }

    @Test
    void a_challenge_can_send_its_code_again_and_go_back_to_the_choice() {
        String path = app.login("chloe.challenge", Account.PASSWORD)
                .json()
                .at("/challenge/api_path")
                .asString();
        app.challenge(path, "choice", "1");

        app.challenge(path.replace("/challenge/", "/challenge/replay/"), "x", "y");
        Reply reset = app.challenge(path.replace("/challenge/", "/challenge/reset/"), "x", "y");

        assertThat(sandbox.outbox("chloe.challenge"))
                .hasSize(2)
                .allMatch(code -> code.channel().equals("email"));
        assertThat(reset.json().get("step_name").asString()).isEqualTo("select_verify_method");
        assertThat(app.get("/api" + path).json().get("step_name").asString()).isEqualTo("select_verify_method");
    }

    @Test
    void signing_out_ends_the_session() {
        app.login("alma.plain", Account.PASSWORD);

        assertThat(app.post("/api/v1/accounts/logout/", TestingApp.fields("one_tap_app_login", "true"))
                        .status())
                .isEqualTo(200);

        Reply after = app.get("/api/v1/accounts/current_user/");
        assertThat(after.status()).isEqualTo(403);
        assertThat(after.message()).isEqualTo("login_required");
    }

    @Test
    void a_client_that_is_no_app_is_told_what_it_lacks() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/api/v1/accounts/current_user/"))
                .build();

        var response = app.exchange(request);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("User-Agent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signed_body=SIGNATURE.a",
                "signed_body=SIGNATURE.%7B%22username",
                "a=%zz",
                "{\"username\":",
                "\u0000",
                ""
            })
    void a_body_that_cannot_be_read_is_refused(String body) throws Exception {
        var request = app.request("/api/v1/accounts/login/")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        var response = app.exchange(request);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"status\":\"fail\"");
    }
}
