package dev.parley.instagram.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.http.Limits;
import dev.parley.instagram.http.TestingAnswers;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;

/** The mobile driver over made-up answers, and an account. */
public final class FuzzedApp {

    private static final int LARGEST_ANSWER = 1 << 16;
    private static final int LONGEST_DETAIL = 500;
    private static final String SESSION_ID = "42%3Ageheim";

    private final MobileDriver driver;
    private final DeviceIdentity identity;
    private final SessionSnapshot session;

    public FuzzedApp(TestingAnswers peer) {
        Settings settings = new Settings(
                Objects.requireNonNull(HttpUrl.parse("http://127.0.0.1/")),
                Limits.DEFAULT.withLargestAnswer(LARGEST_ANSWER),
                Clock.fixed(TestingAppApi.NOW, ZoneOffset.UTC),
                new SecureRandom());
        driver = new MobileDriver(settings, new Network(settings, peer.transport()));
        identity = driver.newIdentity();
        Map<String, String> cookies = Map.of("sessionid", SESSION_ID, "csrftoken", "csrf-1", "ds_user_id", "42");
        session =
                driver.adopt(TestingAppApi.ACCOUNT, "alma.plain", identity, null, TestingAppApi.AUTHORIZATION, cookies);
    }

    public MobileDriver driver() {
        return driver;
    }

    SignIn signIn() {
        return new SignIn("alma.plain", TestingAppApi.PASSWORD, identity, null);
    }

    Instagram signedIn() {
        return driver.open(session);
    }

    /** A sign-in that waits for the code of a challenge. */
    public PendingSignIn challenged() {
        PendingNotes notes = new PendingNotes(
                identity, URI.create("http://u:geheim@proxy:1"), SessionState.fresh("UFS-1"), "42/geheim");
        return new PendingSignIn(
                MobileDriver.NAME,
                "alma.plain",
                PendingSignIn.Kind.CHALLENGE,
                VerificationMethod.EMAIL,
                Set.of(VerificationMethod.EMAIL),
                "a***@x",
                notes.toJson());
    }

    public static void judge(Outcome<?> outcome) {
        switch (outcome) {
            case Outcome.Done<?> done -> assertThat(done.value()).isNotNull();
            case Outcome.Refused<?>(Refusal refusal) -> judge(refusal);
        }
    }

    static void judge(Refusal refusal) {
        assertThat(refusal.detail())
                .isNotBlank()
                .hasSizeLessThan(LONGEST_DETAIL)
                .doesNotContain(SESSION_ID, TestingAppApi.AUTHORIZATION, TestingAppApi.PASSWORD);
    }
}
