package dev.parley.instagram.graph;

import static dev.parley.instagram.graph.TestingDrivers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no protocol describes end in a typed outcome, within bounds, after one request. */
class HostileAnswersTest {

    private final MockWebServer peer = new MockWebServer();

    @BeforeEach
    void open() throws IOException {
        peer.start();
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "<!DOCTYPE html><html></html>",
                "{",
                "{}",
                "{\"data\":[]}",
                "{\"data\":[{}]}",
                "{\"username\":{},\"user_id\":[]}",
                "{\"username\":\"\",\"user_id\":\"1\"}",
                "{\"username\":\"a\",\"user_id\":\"not a number\"}",
                "{\"username\":\"a\",\"user_id\":\"1\"} trailing"
            })
    void what_is_no_answer_is_a_bad_response(String body) {
        peer.enqueue(new MockResponse.Builder().code(200).body(body).build());

        assertThat(refusal(ask())).isInstanceOf(Refusal.BadResponse.class);
        assertThat(peer.getRequestCount()).isEqualTo(1);
    }

    @Test
    void reads_no_more_than_its_bound() {
        peer.enqueue(new MockResponse.Builder()
                .code(200)
                .body("{\"username\":\"" + "x".repeat(200_000) + "\",\"user_id\":\"1\"}")
                .build());

        assertThat(refusal(ask())).isInstanceOf(Refusal.BadResponse.class);
    }

    @Test
    void goes_into_no_depths() {
        peer.enqueue(new MockResponse.Builder()
                .code(200)
                .body("{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}")
                .build());

        assertThat(refusal(ask())).isInstanceOf(Refusal.BadResponse.class);
    }

    @Test
    void ends_within_its_deadline_when_the_answer_trickles() {
        peer.enqueue(new MockResponse.Builder()
                .code(200)
                .body("{\"username\":\"a\",\"user_id\":\"1\"}")
                .throttleBody(1, 1, TimeUnit.SECONDS)
                .build());

        assertThat(refusal(ask())).isInstanceOf(Refusal.Unanswered.class);
    }

    @Test
    void an_answer_that_breaks_off_is_a_bad_response() {
        peer.enqueue(new MockResponse.Builder()
                .code(200)
                .body("{\"username\":\"" + "a".repeat(10_000) + "\"}")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(refusal(ask())).isInstanceOf(Refusal.BadResponse.class);
    }

    @Test
    void nothing_was_sent_when_nobody_listens() {
        URI gone = peer.url("/").uri();
        peer.close();

        assertThat(refusal(ask(gone))).isInstanceOf(Refusal.NotSent.class);
    }

    @Test
    void sends_the_token_in_a_header_and_in_no_address() throws InterruptedException {
        peer.enqueue(new MockResponse.Builder().code(200).body("{}").build());

        ask();

        var request = peer.takeRequest();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer hush");
        assertThat(request.getUrl().toString()).doesNotContain("hush");
    }

    private Outcome<?> ask() {
        return ask(peer.url("/").uri());
    }

    private static Outcome<?> ask(URI base) {
        try (GraphDriver driver = GraphDriver.builder(GraphLogin.INSTAGRAM, new GraphApp("1", "s"))
                .hosts(GraphHosts.sandbox(base))
                .callDeadline(Duration.ofSeconds(2))
                .largestAnswer(100_000)
                .build()) {
            GraphSession state = new GraphSession(GraphLogin.INSTAGRAM, "hush", null, null, Instant.EPOCH, null);
            SessionSnapshot session = new SessionSnapshot(
                    GraphDriver.NAME, new PersonId("1"), "alma", driver.newIdentity(), null, state.toJson());
            return driver.open(session).currentUser();
        }
    }
}
