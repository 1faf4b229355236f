package dev.parley.instagram.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.IncomingEvent;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.PersonId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers and webhooks with text changed, cut out or doubled, from a fixed seed: each is read to a typed value. */
class MutatedBytesTest {

    private static final int ROUNDS = 3_000;
    private static final int LARGEST = 1 << 16;
    private static final String SECRET = "secret";

    /** Its line is never used: nothing is asked here. */
    private static final GraphDriver DRIVER =
            GraphDriver.builder(GraphLogin.INSTAGRAM, new GraphApp("1", "s")).build();

    private static final Account ACCOUNT = DRIVER.account(
            new GraphSession(GraphLogin.INSTAGRAM, "t", null, null, Instant.EPOCH, null), new PersonId("1"), "a", null);

    private static final List<String> SEEDS = List.of("""
            {"data":[{"id":"aWdf","updated_time":"2025-07-28T22:44:49+0000","participants":{"data":[{"username":"a","id":"1"}]}}],
            "paging":{"cursors":{"after":"x"},"next":"https://x"}}""", """
            {"error":{"message":"m","type":"OAuthException","code":10,"error_subcode":2534022,"is_transient":true}}""", """
            {"access_token":"t","user_id":17841409000000001,"permissions":["a"],"expires_in":5183944}""", """
            {"object":"instagram","entry":[{"id":"1","time":1,"messaging":[{"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1,
            "message":{"mid":"m","text":"t","attachments":[{"type":"image","payload":{"url":"https://x"}}],"reply_to":{"mid":"n"}}}]}]}""", """
            {"object":"instagram","entry":[{"id":"1","time":1,"changes":[{"field":"comments","value":{"id":"5","from":{"id":"2",
            "username":"u"},"text":"t","media":{"id":"7"}}}]},{"id":"1","time":2,"field":"story_insights","value":{"media_id":"7"}}]}""");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void reads_every_mutation_to_a_typed_value(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
            answer(body, random.nextBoolean() ? 200 : 400);
            webhook(body);
        }
    }

    private static void answer(byte[] body, int status) throws IOException {
        Response response = new Response.Builder()
                .request(new Request.Builder().url("http://127.0.0.1/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
        Answer answer = new AnswerParser(LARGEST).parse(response, null);
        MessageReading messages = new MessageReading(ACCOUNT);
        List<Outcome<?>> outcomes = List.of(
                answer.outcome(Profiles::ownIn),
                answer.outcome(Token::in),
                answer.outcome(LinkedPage::allIn),
                answer.outcome(json -> Pages.of(json, CommentCalls::comment)),
                answer.outcome(json -> Pages.of(json, MediaReading::of)),
                answer.outcome(json -> Pages.of(json, messages::message)));
        assertThat(outcomes).doesNotContainNull();
        UsageHeaders.in(new Headers.Builder()
                .addUnsafeNonAscii(
                        "X-App-Usage", new String(body, StandardCharsets.ISO_8859_1).replaceAll("[\\r\\n\\x00]", ""))
                .build());
    }

    private static void webhook(byte[] body) {
        WebhookDelivery delivery =
                new Webhooks("t", List.of(SECRET), LARGEST).receive(body, "sha256=" + SecretProof.of(SECRET, body));
        if (delivery instanceof WebhookDelivery.Accepted(List<IncomingEvent> events)) {
            assertThat(events).allSatisfy(event -> {
                assertThat(event.key()).isNotEmpty();
                assertThat(event.opening()).isNotNull();
                assertThat(event.at()).isNotNull();
            });
        } else {
            assertThat(delivery).isInstanceOfAny(WebhookDelivery.Malformed.class, WebhookDelivery.TooLarge.class);
        }
    }

    private static byte[] mutated(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int changes = random.nextInt(5); changes >= 0 && !text.isEmpty(); changes--) {
            int from = random.nextInt(text.length());
            int to = from + random.nextInt(text.length() - from + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.setLength(from);
                case 1 -> text.delete(from, to);
                case 2 -> text.insert(from, text.substring(from, to));
                default -> text.setCharAt(from, "{}[]\",:0-9e.tfn\\u".charAt(random.nextInt(17)));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
