package dev.parley.instagram.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.CommentId;
import dev.parley.instagram.IncomingEvent;
import dev.parley.instagram.IncomingEvent.Answered;
import dev.parley.instagram.IncomingEvent.Attached;
import dev.parley.instagram.IncomingEvent.Handover;
import dev.parley.instagram.IncomingEvent.Opening;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {

    private static final PersonId ACCOUNT = new PersonId("17841409000000001");
    private static final PersonId PERSON = new PersonId("1234567890123456");
    private static final Instant AT = Instant.parse("2026-11-25T12:00:00Z");
    private static final List<String> SECRETS = List.of("old secret", "instagram secret", "meta secret");

    private final Webhooks webhooks = new Webhooks("verify me", SECRETS);

    @Test
    void answers_the_handshake_with_the_bare_challenge() {
        assertThat(webhooks.handshake(query("subscribe", "1158201444", "verify me")))
                .contains("1158201444");
    }

    @Test
    void answers_no_other_handshake() {
        assertThat(webhooks.handshake(query("subscribe", "1158201444", "verify you")))
                .isEmpty();
        assertThat(webhooks.handshake(query("unsubscribe", "1158201444", "verify me")))
                .isEmpty();
        assertThat(webhooks.handshake(query("subscribe", "<script>", "verify me")))
                .isEmpty();
        assertThat(webhooks.handshake(Map.of())).isEmpty();
    }

    @Test
    void takes_a_signature_of_any_of_the_secrets_over_exactly_these_bytes() {
        byte[] body = "{\"object\":\"instagram\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);
        for (String secret : SECRETS) {
            assertThat(webhooks.receive(body, signature(secret, body))).isInstanceOf(WebhookDelivery.Accepted.class);
        }
        byte[] respaced = "{\"object\": \"instagram\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);

        assertThat(webhooks.receive(respaced, signature(SECRETS.getFirst(), body)))
                .isInstanceOf(WebhookDelivery.NotSigned.class);
        assertThat(webhooks.receive(body, signature("another secret", body)))
                .isInstanceOf(WebhookDelivery.NotSigned.class);
        assertThat(webhooks.receive(body, null)).isInstanceOf(WebhookDelivery.NotSigned.class);
        assertThat(webhooks.receive(body, signature(SECRETS.getFirst(), body).substring("sha256=".length())))
                .isInstanceOf(WebhookDelivery.NotSigned.class);
    }

    @Test
    void reads_nothing_above_its_bound_and_no_depths() {
        Webhooks small = new Webhooks("verify me", SECRETS, 1_000);
        byte[] large = ("{\"entry\":[" + " ".repeat(1_000) + "]}").getBytes(StandardCharsets.UTF_8);

        assertThat(small.receive(large, signature(SECRETS.getFirst(), large)))
                .isInstanceOf(WebhookDelivery.TooLarge.class);
        assertThat(delivery("{\"entry\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"))
                .isInstanceOf(WebhookDelivery.Malformed.class);
        assertThat(delivery("{\"entry\":[")).isInstanceOf(WebhookDelivery.Malformed.class);
        assertThat(delivery("")).isInstanceOf(WebhookDelivery.Malformed.class);
        assertThat(delivery("\"entry\"")).isInstanceOf(WebhookDelivery.Malformed.class);
    }

    @Test
    void reads_a_message_with_all_that_it_may_carry() {
        IncomingEvent event = messaging("""
                "message":{"mid":"aWdfZAG0","text":"h\\u00e4llo","quick_reply":{"payload":"YES"},
                "reply_to":{"story":{"id":"18000000000000001","url":"https://x/story"}},
                "attachments":[{"type":"image","payload":{"url":"https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1"}},
                {"type":"ig_post","payload":{"ig_post_media_id":"17900000000000001","title":"A post","url":"https://x/p"}}],
                "referral":{"ref":"r","ad_id":"99","source":"ADS","type":"OPEN_THREAD","ads_context_data":{"ad_title":"t"}}}""");

        assertThat(event).isInstanceOfSatisfying(IncomingEvent.MessageReceived.class, message -> {
            assertThat(message.from()).isEqualTo(PERSON);
            assertThat(message.account()).isEqualTo(ACCOUNT);
            assertThat(message.at()).isEqualTo(AT);
            assertThat(message.message()).isEqualTo(new MessageId("aWdfZAG0"));
            assertThat(message.received().text()).isEqualTo("hällo");
            assertThat(message.received().quickReply()).isEqualTo("YES");
            assertThat(message.received().answered())
                    .isEqualTo(new Answered.AStory(new MediaId("18000000000000001"), URI.create("https://x/story")));
            assertThat(message.received().attachments())
                    .extracting(Attached::type)
                    .containsExactly("image", "ig_post");
            assertThat(message.received().attachments().getLast().media()).isEqualTo(new MediaId("17900000000000001"));
            assertThat(message.received().referral())
                    .isEqualTo(new IncomingEvent.Referral("r", "ADS", "OPEN_THREAD", "99", "t"));
            assertThat(message.opening()).contains(new Opening(PERSON, AT));
        });
    }

    @Test
    void tells_an_echo_from_a_message_by_its_mark_and_from_whom_to_whom() {
        IncomingEvent event = only("""
                {"object":"instagram","entry":[{"id":"%s","time":%d,"messaging":[{"sender":{"id":"%s"},"recipient":{"id":"%s"},
                "timestamp":%d,"message":{"mid":"m","text":"t","is_echo":true,"is_self":true}}]}]}""".formatted(ACCOUNT, AT.toEpochMilli(), ACCOUNT, PERSON, AT.toEpochMilli()));

        assertThat(event).isInstanceOfSatisfying(IncomingEvent.MessageSent.class, sent -> {
            assertThat(sent.to()).isEqualTo(PERSON);
            assertThat(sent.toItself()).isTrue();
            assertThat(sent.opening()).as("does not open the time for writing").isEmpty();
        });
    }

    @Test
    void reads_the_other_kinds_of_messaging() {
        MessageId mid = new MessageId("m");
        assertThat(messaging("\"message\":{\"mid\":\"m\",\"is_deleted\":true}"))
                .isEqualTo(new IncomingEvent.MessageDeleted(ACCOUNT, PERSON, AT, mid));
        assertThat(messaging("\"message_edit\":{\"mid\":\"m\",\"text\":\"new\",\"num_edit\":2}"))
                .isEqualTo(new IncomingEvent.MessageEdited(ACCOUNT, PERSON, AT, mid, "new", 2));
        assertThat(messaging("\"reaction\":{\"mid\":\"m\",\"action\":\"react\",\"reaction\":\"love\",\"emoji\":\"❤\"}"))
                .isEqualTo(new IncomingEvent.Reacted(ACCOUNT, PERSON, AT, mid, false, "love", "❤"));
        assertThat(messaging("\"reaction\":{\"mid\":\"m\",\"action\":\"unreact\"}"))
                .isEqualTo(new IncomingEvent.Reacted(ACCOUNT, PERSON, AT, mid, true, null, null));
        assertThat(messaging("\"read\":{\"mid\":\"m\"}"))
                .isEqualTo(new IncomingEvent.MessageRead(ACCOUNT, PERSON, AT, mid));
        assertThat(messaging("\"referral\":{\"ref\":\"r\",\"source\":\"IGME\",\"type\":\"OPEN_THREAD\"}"))
                .isInstanceOf(IncomingEvent.Referred.class);
        assertThat(messaging("\"pass_thread_control\":{\"new_owner_app_id\":\"5\"}"))
                .isEqualTo(new IncomingEvent.HandedOver(ACCOUNT, PERSON, AT, Handover.PASSED, "5"));
    }

    @Test
    void a_button_opens_the_time_for_writing_unless_the_account_pressed_its_own() {
        IncomingEvent pressed = messaging("\"postback\":{\"mid\":\"m\",\"title\":\"Prices\",\"payload\":\"P\"}");
        IncomingEvent byItself =
                messaging("\"is_self\":true,\"postback\":{\"mid\":\"m\",\"title\":\"Prices\",\"payload\":\"P\"}");

        assertThat(pressed)
                .isEqualTo(new IncomingEvent.Pressed(ACCOUNT, PERSON, AT, new MessageId("m"), "Prices", "P", false));
        assertThat(pressed.opening()).contains(new Opening(PERSON, AT));
        assertThat(byItself.opening()).isEmpty();
    }

    @Test
    void only_overhears_what_another_app_has_to_answer() {
        IncomingEvent event = only("""
                {"object":"instagram","entry":[{"id":"%s","time":%d,"standby":[{"sender":{"id":"%s"},"recipient":{"id":"%s"},
                "timestamp":%d,"message":{"mid":"m","text":"t"}}]}]}""".formatted(ACCOUNT, AT.toEpochMilli(), PERSON, ACCOUNT, AT.toEpochMilli()));

        assertThat(event).isInstanceOf(IncomingEvent.Overheard.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"changes\":[{\"field\":\"comments\",\"value\":%s}]", "\"field\":\"comments\",\"value\":%s"})
    void reads_comments_in_changes_and_flat_on_the_entry(String shape) {
        String value = """
                {"id":"17900000000000007","from":{"id":"%s","username":"Olga"},"text":"nice","parent_id":"17900000000000001",
                "media":{"id":"18000000000000001","media_product_type":"FEED"}}""".formatted(PERSON);

        IncomingEvent event = only(entry(shape.formatted(value)));

        assertThat(event).isInstanceOfSatisfying(IncomingEvent.Commented.class, commented -> {
            assertThat(commented.comment().id()).isEqualTo(new CommentId("17900000000000007"));
            assertThat(commented.comment().author()).isEqualTo(new Person(PERSON, "olga"));
            assertThat(commented.comment().parent()).isEqualTo(new CommentId("17900000000000001"));
            assertThat(commented.media()).isEqualTo(new MediaId("18000000000000001"));
            assertThat(commented.at()).as("a time in seconds").isEqualTo(AT);
            assertThat(commented.byItself()).isFalse();
            assertThat(commented.live()).isFalse();
        });
    }

    @Test
    void reads_the_other_changes() {
        assertThat(only(entry(
                        "\"changes\":[{\"field\":\"live_comments\",\"value\":{\"comment_id\":\"17900000000000007\","
                                + "\"from\":{\"id\":\"" + ACCOUNT + "\",\"username\":\"me\"},\"text\":\"hi\"}}]")))
                .isInstanceOfSatisfying(IncomingEvent.Commented.class, commented -> {
                    assertThat(commented.live()).isTrue();
                    assertThat(commented.byItself()).isTrue();
                });
        assertThat(
                        only(
                                entry(
                                        "\"changes\":[{\"field\":\"mentions\",\"value\":{\"media_id\":\"18000000000000001\",\"comment_id\":\"17900000000000007\"}}]")))
                .isEqualTo(new IncomingEvent.Mentioned(
                        ACCOUNT, AT, new MediaId("18000000000000001"), new CommentId("17900000000000007")));
        assertThat(
                        only(
                                entry(
                                        "\"changes\":[{\"field\":\"story_insights\",\"value\":{\"media_id\":\"18000000000000001\",\"impressions\":7,\"replies\":-1}}]")))
                .isEqualTo(new IncomingEvent.StoryEnded(
                        ACCOUNT, AT, new MediaId("18000000000000001"), Map.of("impressions", 7, "replies", -1)));
    }

    @Test
    void keeps_what_it_does_not_know_apart_and_recognises_it_again() {
        IncomingEvent news = messaging("\"brand_new\":{\"a\":1}");
        IncomingEvent other = messaging("\"brand_new\":{\"a\":2}");

        assertThat(news)
                .isInstanceOfSatisfying(
                        IncomingEvent.Unknown.class,
                        unknown -> assertThat(unknown.kind()).isEqualTo("brand_new"));
        assertThat(news.key())
                .isEqualTo(messaging("\"brand_new\":{\"a\":1}").key())
                .isNotEqualTo(other.key());
        assertThat(only(entry("\"changes\":[{\"field\":\"comments\",\"value\":{\"text\":\"no id\"}}]")))
                .isInstanceOf(IncomingEvent.Unknown.class);
    }

    @Test
    void reads_several_entries_and_the_list_of_documented_samples() {
        String one = entry("\"changes\":[{\"field\":\"a\",\"value\":{}},{\"field\":\"b\",\"value\":{}}]");

        assertThat(events("[" + one + "," + one + "]")).hasSize(4);
        assertThat(events("{\"object\":\"page\"}")).isEmpty();
        assertThat(events("{\"object\":\"instagram\",\"entry\":[{\"id\":\"no number\",\"changes\":[{}]},7,null]}"))
                .isEmpty();
    }

    @Test
    void leaves_repetitions_out_once_they_were_handled() {
        SeenEvents seen = new SeenEvents(2);
        IncomingEvent first = messaging("\"message\":{\"mid\":\"1\"}");
        IncomingEvent second = messaging("\"message\":{\"mid\":\"2\"}");
        IncomingEvent third = messaging("\"message\":{\"mid\":\"3\"}");

        assertThat(seen.unseen(List.of(first, first, second))).containsExactly(first, second);
        assertThat(seen.unseen(List.of(first))).as("not handled yet").containsExactly(first);
        seen.handled(List.of(first, second));
        assertThat(seen.unseen(List.of(second, first, third))).containsExactly(third);
        seen.handled(List.of(third));
        assertThat(seen.unseen(List.of(first)))
                .as("forgotten, as there is an end to memory")
                .containsExactly(first);
    }

    @Test
    void needs_a_token_and_a_secret() {
        assertThatThrownBy(() -> new Webhooks("", SECRETS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Webhooks("t", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Webhooks("t", List.of("a", ""))).isInstanceOf(IllegalArgumentException.class);
    }

    private IncomingEvent messaging(String what) {
        return only("""
                {"object":"instagram","entry":[{"id":"%s","time":%d,"messaging":[{"sender":{"id":"%s"},"recipient":{"id":"%s"},
                "timestamp":%d,%s}]}]}""".formatted(ACCOUNT, AT.toEpochMilli(), PERSON, ACCOUNT, AT.toEpochMilli(), what));
    }

    private static String entry(String content) {
        return "{\"object\":\"instagram\",\"entry\":[{\"id\":\"%s\",\"time\":%d,%s}]}"
                .formatted(ACCOUNT, AT.getEpochSecond(), content);
    }

    private IncomingEvent only(String body) {
        List<IncomingEvent> events = events(body);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private List<IncomingEvent> events(String body) {
        WebhookDelivery delivery = delivery(body);
        assertThat(delivery).isInstanceOf(WebhookDelivery.Accepted.class);
        return ((WebhookDelivery.Accepted) delivery).events();
    }

    private WebhookDelivery delivery(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return webhooks.receive(bytes, signature("instagram secret", bytes));
    }

    private static String signature(String secret, byte[] body) {
        return "sha256=" + SecretProof.of(secret, body);
    }

    private static Map<String, String> query(String mode, String challenge, String token) {
        return Map.of("hub.mode", mode, "hub.challenge", challenge, "hub.verify_token", token);
    }
}
