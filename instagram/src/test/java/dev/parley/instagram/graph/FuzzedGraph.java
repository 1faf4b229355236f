package dev.parley.instagram.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.AuthorizationRequest;
import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.http.Limits;
import dev.parley.instagram.http.TestingAnswers;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The graph driver over made-up answers. */
public final class FuzzedGraph {

    /** A code, a token from elsewhere, a renewal. */
    static final int WAYS_IN = 3;

    private static final int LARGEST_ANSWER = 1 << 16;
    private static final int LONGEST_DETAIL = 500;
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final String APP_SECRET = "the-apps-secret";
    private static final String TOKEN = "the-accounts-token";
    private static final DeviceIdentity IDENTITY = new DeviceIdentity(GraphDriver.NAME, Map.of());
    private static final AuthorizationRequest REQUEST = new AuthorizationRequest(
            URI.create("https://parley.example/back"), "s".repeat(32), null, IDENTITY, null, false);

    private final GraphDriver driver;
    private final SessionSnapshot session;

    public FuzzedGraph(GraphLogin login, TestingAnswers peer) {
        Settings settings = new Settings(
                login,
                new GraphApp("1", APP_SECRET),
                GraphHosts.sandbox(URI.create("http://127.0.0.1")),
                "v25.0",
                List.of("p"),
                true,
                Limits.DEFAULT.withLargestAnswer(LARGEST_ANSWER),
                Clock.fixed(NOW, ZoneOffset.UTC));
        driver = new GraphDriver(settings, new Network(settings, peer.transport()));
        String page = login == GraphLogin.FACEBOOK ? "3" : null;
        GraphSession state = new GraphSession(login, TOKEN, page == null ? null : "owner", page, NOW, null);
        session = new SessionSnapshot(GraphDriver.NAME, new PersonId("1"), "alma", IDENTITY, null, state.toJson());
    }

    public GraphDriver driver() {
        return driver;
    }

    GraphInstagram open() {
        return driver.open(session);
    }

    void signsIn(int way) {
        switch (way) {
            case 0 -> judge(driver.authorize(REQUEST, Map.of("code", "c", "state", REQUEST.state())));
            case 1 -> judge(driver.adopt(REQUEST, TOKEN));
            default -> {
                Outcome<SessionSnapshot> renewed = driver.renew(session);
                judge(renewed);
                if (renewed instanceof Outcome.Done<SessionSnapshot>(SessionSnapshot now)) {
                    judge(now);
                }
            }
        }
    }

    private void judge(SignInOutcome outcome) {
        switch (outcome) {
            case SignInOutcome.SignedIn signedIn -> judge(signedIn.session());
            case SignInOutcome.Refused(Refusal refusal) -> judge(refusal);
            case SignInOutcome.VerificationEnded ended ->
                assertThat(ended.detail()).isNotBlank();
            case SignInOutcome.NeedsVerification _, SignInOutcome.CredentialsRefused _, SignInOutcome.CodeRefused _ ->
                throw new AssertionError("not an outcome of signing in on a page: " + outcome);
        }
    }

    /** What was taken for a session can be kept, and asked with. */
    private void judge(SessionSnapshot made) {
        assertThat(SessionSnapshot.fromBytes(made.toBytes())).isEqualTo(made);
        judge(driver.open(made).currentUser());
    }

    public static void judge(Outcome<?> outcome) {
        switch (outcome) {
            case Outcome.Done<?> done -> assertThat(done.value()).isNotNull();
            case Outcome.Refused<?>(Refusal refusal) -> judge(refusal);
        }
    }

    private static void judge(Refusal refusal) {
        assertThat(refusal.detail())
                .isNotBlank()
                .hasSizeLessThan(LONGEST_DETAIL)
                .doesNotContain(APP_SECRET)
                .doesNotContain(TOKEN);
    }
}
