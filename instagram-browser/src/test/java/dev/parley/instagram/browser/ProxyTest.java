package dev.parley.instagram.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.browser.testing.TestingChromium;
import dev.parley.instagram.browser.testing.TestingProxy;
import dev.parley.instagram.browser.testing.TestingSite;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The proxy and the identity that belong to a session. */
@ExtendWith(SandboxExtension.class)
class ProxyTest {

    private static final Duration SHORT = Duration.ofSeconds(10);

    @RegisterExtension
    private final TestingProxy proxy = new TestingProxy();

    private final SandboxServer sandbox;
    private final BrowserDriver driver;

    ProxyTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        this.driver = driver(Duration.ofSeconds(45));
    }

    private BrowserDriver driver(Duration deadline) {
        return BrowserDriver.builder()
                .site(URI.create(sandbox.baseUrl()))
                .callDeadline(deadline)
                .sharing(TestingChromium.shared())
                .build();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void signs_in_and_works_through_the_accounts_proxy_alone() {
        SessionSnapshot session = signedIn(proxy.address());
        int signingIn = proxy.asked().size();

        assertThat(driver.open(session).currentUser()).isInstanceOf(Outcome.Done.class);

        assertThat(proxy.asked()).contains("/accounts/login/", "/api/v1/web/accounts/login/ajax/");
        assertThat(proxy.asked()).hasSizeGreaterThan(signingIn);
        assertThat(session.toString()).doesNotContain("p%40ss");
    }

    @Test
    void a_session_comes_back_through_its_proxy_in_another_process() {
        SessionSnapshot stored =
                SessionSnapshot.fromBytes(signedIn(proxy.address()).toBytes());
        int signingIn = proxy.asked().size();

        try (BrowserDriver other = driver(Duration.ofSeconds(45))) {
            assertThat(other.open(stored).currentUser()).isInstanceOf(Outcome.Done.class);
        }

        assertThat(proxy.asked()).hasSizeGreaterThan(signingIn);
    }

    @Test
    void never_goes_around_a_proxy_that_is_gone() {
        URI gone = URI.create(TestingSite.nobodyThere().replace("http://", "http://user:proxypass@"));

        SignInOutcome outcome = signIn(gone);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SignInOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NotSent.class));
        assertThat(outcome.toString()).doesNotContain("proxypass");
        assertThat(sandbox.logins("alma.plain")).isEmpty();
    }

    @Test
    void a_proxy_that_dies_under_a_session_is_told_as_nothing_sent() {
        SessionSnapshot session = signedIn(proxy.address());
        proxy.stop();

        try (BrowserDriver other = driver(SHORT)) {
            assertThat(other.open(session).currentUser())
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NotSent.class));
        }
    }

    @Test
    void a_proxy_that_refuses_the_password_ends_as_nothing_sent() {
        try (BrowserDriver hasty = driver(SHORT)) {
            SignInOutcome outcome = hasty.signIn(
                    new SignIn("alma.plain", "sandbox-pass", hasty.newIdentity(), proxy.address("alma:wrong")));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SignInOutcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NotSent.class));
        }
        assertThat(proxy.asked()).isEmpty();
        assertThat(sandbox.logins("alma.plain")).isEmpty();
    }

    @Test
    void a_session_is_refused_through_another_proxy_than_it_was_signed_in_with() {
        SessionSnapshot session = signedIn(proxy.address());
        int signingIn = proxy.asked().size();

        assertThatThrownBy(() -> driver.open(with(session, session.identity(), null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another identity or proxy");
        assertThatThrownBy(() -> driver.open(with(session, session.identity(), proxy.address("else:secret"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");

        assertThat(proxy.asked()).as("what was asked meanwhile").hasSize(signingIn);
    }

    @Test
    void a_session_is_refused_with_another_identity_than_it_was_signed_in_with() {
        SessionSnapshot session = signedIn(proxy.address());
        int signingIn = proxy.asked().size();
        Map<String, String> larger = new HashMap<>(session.identity().properties());
        larger.put("width", "1400");
        var other = new DeviceIdentity(BrowserDriver.NAME, larger);

        assertThatThrownBy(() -> driver.open(with(session, other, session.proxy())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another identity or proxy");

        assertThat(proxy.asked()).as("what was asked meanwhile").hasSize(signingIn);
    }

    private static SessionSnapshot with(SessionSnapshot session, DeviceIdentity identity, @Nullable URI proxy) {
        return new SessionSnapshot(
                session.driver(), session.account(), session.username(), identity, proxy, session.state());
    }

    private SessionSnapshot signedIn(URI through) {
        SignInOutcome outcome = signIn(through);
        assertThat(outcome).isInstanceOf(SignInOutcome.SignedIn.class);
        return ((SignInOutcome.SignedIn) outcome).session();
    }

    private SignInOutcome signIn(URI through) {
        return driver.signIn(new SignIn("alma.plain", "sandbox-pass", driver.newIdentity(), through));
    }
}
