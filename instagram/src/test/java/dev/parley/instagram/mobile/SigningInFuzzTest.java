package dev.parley.instagram.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.http.TestingAnswers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever Instagram answers while somebody signs in, each step ends in a typed outcome. The first byte says whether the password's key
 * is given, and whether to answer with a code or ask for another one; the rest are the answers.
 */
class SigningInFuzzTest {

    private static final int MOST_STEPS = 6;
    private static final int OWN_KEY = 1;

    private static final String KEY = """
            200
            ig-set-password-encryption-key-id: 201
            ig-set-password-encryption-pub-key: %s
            set-cookie: csrftoken=c

            {"status":"ok"}%c""".formatted(TestingAppApi.publicKeyHeader(), TestingAnswers.NEXT);

    private static final String TWO_FACTOR = """
            400

            {"two_factor_required":true,"error_type":"two_factor_required","two_factor_info":{"two_factor_identifier":"t",
            "sms_two_factor_on":true,"totp_two_factor_on":false,"obfuscated_phone_number":"89"},"status":"fail"}""";
    private static final String CHALLENGE = """
            400

            {"message":"challenge_required","challenge":{"url":"https://x/challenge/1/n/","api_path":"/challenge/1/n/",
            "native_flow":false,"challenge_context":"{}"},"error_type":"checkpoint_challenge_required","status":"fail"}""";
    private static final String CHOICE = """
            {"step_name":"select_verify_method","step_data":{"email":"a***@x","phone_number":"+** 89"},"status":"ok"}""";
    private static final String MAILED = """
            {"step_name":"verify_email","step_data":{"contact_point":"a***@x"},"status":"ok"}""";
    private static final String WRONG_CODE = """
            400

            {"message":"Please check the code we sent you and try again.","challenge":{"errors":["x"]},"status":"fail"}""";
    private static final String OVER = """
            400

            {"message":"m","error_type":"invalid_nonce","status":"fail"}""";
    private static final String SIGNED_IN = """
            200
            ig-set-authorization: Bearer IGT:2:e30=
            set-cookie: sessionid=42%3Ax; Path=/
            ig-set-ig-u-rur: CLN,42,1

            {"logged_in_user":{"pk":42,"username":"alma.plain","full_name":"Alma"},"action":"close","status":"ok"}""";
    private static final String BAD_PASSWORD = """
            400

            {"message":"The password you entered is incorrect.","error_type":"bad_password","status":"fail"}""";

    private static final List<List<String>> STORIES = List.of(
            List.of(SIGNED_IN),
            List.of(BAD_PASSWORD),
            List.of(TWO_FACTOR, WRONG_CODE, SIGNED_IN),
            List.of(TWO_FACTOR, TWO_FACTOR, OVER),
            List.of(CHALLENGE, CHOICE, MAILED, WRONG_CODE, SIGNED_IN),
            List.of(CHALLENGE, MAILED, MAILED, CHALLENGE),
            List.of("200\n\n<html>"));

    private final TestingAnswers peer = new TestingAnswers();
    private final FuzzedApp app = new FuzzedApp(peer);

    @Tag("fuzz")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void briefly(byte[] data) {
        everyStepIsTyped(data);
    }

    @Tag("long-fuzz")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void at_length(byte[] data) {
        everyStepIsTyped(data);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyStepIsTyped(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int plan = data[0] & 0xff;
        peer.answers(answers(data, (plan & OWN_KEY) == 0), 0);
        PendingSignIn pending = judged(app.driver().signIn(app.signIn()));
        for (int step = 1; pending != null && step < MOST_STEPS; step++) {
            pending = judged(next(pending, plan >> step & 1));
        }
    }

    private static byte[] answers(byte[] data, boolean withKey) {
        byte[] key = withKey ? KEY.getBytes(StandardCharsets.ISO_8859_1) : new byte[0];
        return ByteBuffer.allocate(key.length + data.length - 1)
                .put(key)
                .put(data, 1, data.length - 1)
                .array();
    }

    private SignInOutcome next(PendingSignIn pending, int choice) {
        List<VerificationMethod> methods = List.copyOf(pending.methods());
        if (choice == 0 && pending.method() != null) {
            return app.driver().answer(pending, "123456");
        }
        return app.driver().sendCode(pending, methods.get(choice % methods.size()));
    }

    /** What is waiting for another step, if anything. */
    private @Nullable PendingSignIn judged(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.SignedIn(SessionSnapshot session, var account) -> {
                assertThat(SessionSnapshot.fromBytes(session.toBytes())).isEqualTo(session);
                assertThat(session.account()).isEqualTo(account.id());
                app.driver().open(session);
                yield null;
            }
            case SignInOutcome.NeedsVerification(PendingSignIn pending) -> kept(pending);
            case SignInOutcome.CodeRefused(PendingSignIn pending, String detail) -> {
                assertThat(detail).isNotBlank();
                yield kept(pending);
            }
            case SignInOutcome.CredentialsRefused(String detail) -> {
                assertThat(detail).isNotBlank();
                yield null;
            }
            case SignInOutcome.VerificationEnded(String detail) -> {
                assertThat(detail).isNotBlank();
                yield null;
            }
            case SignInOutcome.Refused refused -> {
                FuzzedApp.judge(refused.refusal());
                yield null;
            }
        };
    }

    private static PendingSignIn kept(PendingSignIn pending) {
        PendingSignIn back = PendingSignIn.fromBytes(pending.toBytes());
        assertThat(back).isEqualTo(pending);
        assertThat(back.methods()).isNotEmpty();
        return back;
    }

    static Stream<byte[]> seeds() {
        return IntStream.of(0, 1, 2, 4, 6, 8)
                .boxed()
                .flatMap(plan -> STORIES.stream()
                        .map(story -> (char) plan.intValue() + String.join(String.valueOf(TestingAnswers.NEXT), story)))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
