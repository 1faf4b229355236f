package dev.parley.instagram.mobile;

import static dev.parley.instagram.mobile.TestingAppApi.ACCOUNT;
import static dev.parley.instagram.mobile.TestingAppApi.LENA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.Instagram;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known to have been sent, and what is not. The time-out only guards against a hanging build. */
@Timeout(60)
class ConnectionTest {

    private static final int LARGEST = 64 * 1024;

    @Test
    void knows_that_nothing_was_sent_when_nobody_listens() throws IOException {
        assertThat(follow(URI.create("http://127.0.0.1:" + freePort()))).isInstanceOf(Refusal.NotSent.class);
    }

    @Test
    void knows_that_nothing_was_sent_when_the_name_is_unknown() {
        assertThat(follow(URI.create("http://nobody.invalid"))).isInstanceOf(Refusal.NotSent.class);
    }

    @Test
    void knows_that_nothing_was_sent_when_there_is_no_tls() {
        try (var peer = new TestingPeer(conversation -> conversation.says("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            URI tls = URI.create("https://127.0.0.1:" + peer.base().getPort());

            assertThat(follow(tls)).isInstanceOf(Refusal.NotSent.class);
            assertThat(peer.requests()).isZero();
        }
    }

    @Test
    void knows_that_nothing_was_sent_when_the_connection_takes_too_long() throws IOException {
        try (var crowded = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = fill(crowded);

            assertThat(follow(URI.create("http://127.0.0.1:" + crowded.getLocalPort())))
                    .isInstanceOf(Refusal.NotSent.class);

            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void does_not_claim_to_know_when_a_kept_connection_was_closed_by_the_peer() {
        try (var peer = new TestingPeer(conversation -> {
                    conversation.request();
                    conversation.answers("{\"following\":false}");
                });
                var driver = TestingAppApi.driverFor(peer.base(), LARGEST)) {
            Instagram instagram = TestingAppApi.signedIn(driver);

            assertThat(instagram.friendship(LENA)).isInstanceOf(Outcome.Done.class);
            assertThat(refusal(instagram.follow(LENA))).isInstanceOf(Refusal.Unanswered.class);
        }
    }

    @Test
    void reaches_a_name_that_has_several_addresses() {
        try (var peer = new TestingPeer(conversation -> {
                    conversation.request();
                    conversation.answers("{\"following\":false}");
                });
                var driver = TestingAppApi.driverFor(
                        URI.create("http://localhost:" + peer.base().getPort()), LARGEST)) {

            assertThat(TestingAppApi.signedIn(driver).friendship(LENA)).isInstanceOf(Outcome.Done.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ends_with_a_typed_outcome_when_its_thread_is_interrupted(boolean virtual) throws Exception {
        try (var peer = new TestingPeer(conversation -> {
                    conversation.request();
                    conversation.silence();
                });
                var driver = TestingAppApi.driverFor(peer.base(), LARGEST)) {
            Instagram instagram = TestingAppApi.signedIn(driver);
            var follow = new FutureTask<>(() -> {
                Thread.currentThread().interrupt();
                return instagram.follow(LENA);
            });

            (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(follow);

            assertThat(refusal(follow.get())).isInstanceOf(Refusal.Failure.class);
        }
    }

    @Test
    void gives_all_steps_of_a_sign_in_one_deadline() {
        try (var api = TestingAppApi.hasty()) {
            api.answersWithPasswordKey()
                    .answers(new MockResponse.Builder()
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build());

            assertThat(api.driver().signIn(api.signIn()))
                    .isInstanceOfSatisfying(
                            SignInOutcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unanswered.class));
        }
    }

    @Test
    void uses_a_connection_again_for_another_account() {
        try (var api = new TestingAppApi()) {
            api.answers(200, "{\"following\":false}").answers(200, "{\"following\":false}");

            api.signedIn().friendship(LENA);
            api.signedIn().friendship(LENA);

            assertThat(api.request().getExchangeIndex()).isZero();
            assertThat(api.request().getExchangeIndex()).isEqualTo(1);
        }
    }

    @Test
    void shares_no_cookie_between_accounts() {
        try (var api = new TestingAppApi()) {
            api.answers(TestingAppApi.json(200, "{\"following\":false}")
                            .addHeader("Set-Cookie", "csrftoken=of-the-first; Path=/")
                            .build())
                    .answers(200, "{\"following\":false}");

            api.signedIn().friendship(LENA);
            api.signedIn().friendship(LENA);

            api.request();
            assertThat(api.request().getHeaders().get("Cookie"))
                    .contains("csrf-1")
                    .doesNotContain("of-the-first");
        }
    }

    @Test
    void goes_through_the_accounts_proxy_and_shows_its_password_to_the_proxy_alone() {
        try (var proxy = new TestingAppApi()) {
            proxy.answers(new MockResponse.Builder()
                            .code(407)
                            .addHeader("Proxy-Authenticate", "Basic realm=\"x\"")
                            .build())
                    .answers(200, "{\"following\":true}");
            URI address =
                    URI.create("http://u%40x:p%3Aw@127.0.0.1:" + proxy.server().getPort());
            try (var driver = TestingAppApi.driverFor(URI.create("http://instagram.invalid"), LARGEST)) {

                SessionSnapshot session = session(driver, address);
                assertThat(driver.open(session).friendship(LENA)).isInstanceOf(Outcome.Done.class);

                assertThat(proxy.request().getHeaders().get("Proxy-Authorization"))
                        .isNull();
                assertThat(proxy.request().getHeaders().get("Proxy-Authorization"))
                        .isEqualTo("Basic dUB4OnA6dw==");
                assertThat(session.toString()).doesNotContain("p%3Aw", "u%40x");
            }
        }
    }

    @Test
    void never_goes_around_a_proxy_that_is_gone() throws IOException {
        try (var api = new TestingAppApi()) {
            URI gone = URI.create("http://user:proxypass@127.0.0.1:" + freePort());
            var driver = api.driver();

            Refusal refusal = refusal(driver.open(session(driver, gone)).follow(LENA));
            SignInOutcome signIn = driver.signIn(new SignIn("alma", "pa55word", driver.newIdentity(), gone));

            assertThat(refusal).isInstanceOf(Refusal.NotSent.class);
            assertThat(refusal + " " + signIn).doesNotContain("proxypass");
            assertThat(api.server().getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://user:proxypass@127.0.0.1:1080", "127.0.0.1:8080", "http:proxypass"})
    void refuses_a_proxy_that_it_cannot_use_without_quoting_it(String proxy) {
        try (var api = new TestingAppApi()) {
            SessionSnapshot session = session(api.driver(), URI.create(proxy.startsWith("127") ? "x:" + proxy : proxy));

            assertThatThrownBy(() -> api.driver().open(session))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("proxypass");
        }
    }

    private static SessionSnapshot session(MobileDriver driver, URI proxy) {
        return driver.adopt(
                ACCOUNT, "alma", driver.newIdentity(), proxy, TestingAppApi.AUTHORIZATION, Map.of("sessionid", "s"));
    }

    private static Refusal follow(URI base) {
        try (var driver = TestingAppApi.driverFor(base, LARGEST)) {
            return refusal(TestingAppApi.signedIn(driver).follow(LENA));
        }
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Connects without being accepted until nobody else gets in. */
    private static List<Socket> fill(ServerSocket crowded) throws IOException {
        List<Socket> waiting = new ArrayList<>();
        while (true) {
            Socket socket = new Socket();
            try {
                socket.connect(crowded.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException e) {
                socket.close();
                return waiting;
            }
            waiting.add(socket);
        }
    }
}
