package dev.parley.instagram.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parley.instagram.IncomingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent as a webhook, signed or not, becomes a delivery of one kind, and never an exception. */
class WebhooksFuzzTest {

    private static final String SECRET = "secret";
    private static final int LARGEST = 1 << 16;

    private static final List<String> BODIES = List.of("""
            {"object":"instagram","entry":[{"id":"1","time":1790000000000,"messaging":[{"sender":{"id":"2"},"recipient":{"id":"1"},
            "timestamp":1790000000000,"message":{"mid":"m","text":"t","attachments":[{"type":"image","payload":{"url":"https://x"}}],
            "reply_to":{"mid":"n"},"quick_reply":{"payload":"p"},"referral":{"ref":"r","source":"ADS","type":"OPEN_THREAD"}}}]}]}""", """
            {"object":"instagram","entry":[{"id":"1","time":1,"messaging":[{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":1,
            "message":{"mid":"m","is_echo":true,"is_self":true,"is_deleted":true,"is_unsupported":true,
            "reply_to":{"story":{"url":"https://s","id":"4"}}}}]}]}""", """
            {"object":"instagram","entry":[{"id":"1","time":1,"messaging":[{"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1,
            "reaction":{"mid":"m","action":"react","reaction":"love","emoji":"\\u2764"}}]}]}""", """
            {"object":"instagram","entry":[{"id":"1","time":1,"messaging":[{"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1,
            "postback":{"mid":"m","title":"t","payload":"p"}}]}]}""", """
            {"object":"instagram","entry":[{"id":"1","time":1,"messaging":[{"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1,
            "read":{"mid":"m"}}]}]}""", """
            {"object":"instagram","entry":[{"id":"1","time":1,"messaging":[{"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1,
            "message_edit":{"mid":"m","text":"t","num_edit":1}}]}]}""", """
            {"object":"instagram","entry":[{"id":"1","time":1,"standby":[{"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1,
            "pass_thread_control":{"new_owner_app_id":"7"}}]}]}""", """
            {"object":"instagram","entry":[{"id":"1","time":1,"messaging":[{"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1,
            "referral":{"ref":"r","source":"IGME","type":"OPEN_THREAD"}}]}]}""", """
            {"object":"instagram","entry":[{"id":"1","time":1,"changes":[{"field":"comments","value":{"id":"5","from":{"id":"2",
            "username":"u","self_ig_scoped_id":"3"},"text":"t","parent_id":"4","media":{"id":"7","media_product_type":"FEED"}}}]}]}""", """
            {"object":"instagram","entry":[{"id":"1","time":2,"field":"story_insights","value":{"media_id":"7","impressions":-1}},
            {"id":"1","time":2,"field":"mentions","value":{"media_id":"7","comment_id":"5"}}]}""", "[]", "{}");

    private final Webhooks webhooks = new Webhooks("token", List.of("old", SECRET), LARGEST);

    @Tag("fuzz")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void briefly(byte[] body) {
        everyBodyIsADelivery(body);
    }

    @Tag("long-fuzz")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void at_length(byte[] body) {
        everyBodyIsADelivery(body);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyBodyIsADelivery(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        assertThat(webhooks.receive(body, text)).isInstanceOfAny(NOT_TAKEN);
        assertThat(webhooks.handshake(Map.of("hub.mode", "subscribe", "hub.verify_token", text, "hub.challenge", text)))
                .isEmpty();
        switch (webhooks.receive(body, "sha256=" + SecretProof.of(SECRET, body))) {
            case WebhookDelivery.Accepted(List<IncomingEvent> events) -> events.forEach(WebhooksFuzzTest::judge);
            case WebhookDelivery.Malformed _, WebhookDelivery.TooLarge _ -> {}
            case WebhookDelivery.NotSigned _ -> throw new AssertionError("it was signed");
        }
    }

    private static final Class<?>[] NOT_TAKEN = {WebhookDelivery.NotSigned.class, WebhookDelivery.TooLarge.class};

    private static void judge(IncomingEvent event) {
        assertThat(event.account()).isNotNull();
        assertThat(event.at()).isNotNull();
        assertThat(event.key()).isNotBlank();
        event.opening().ifPresent(opening -> assertThat(opening.person()).isNotNull());
        assertThat(event).hasToString(event.toString());
    }

    static Stream<byte[]> seeds() {
        return BODIES.stream().map(body -> body.getBytes(StandardCharsets.ISO_8859_1));
    }
}
