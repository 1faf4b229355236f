package dev.parley.server.conversation;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.official.Callback;
import dev.parley.sandbox.official.Flavour;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingTalks;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By webhooks of the official API. */
class ToldByInstagramTest {

    private static final String WEBHOOKS = "/api/webhooks/instagram";

    @RegisterExtension
    static final TestingTalks talks =
            TestingTalks.start(Map.of("parley.web.trusted-proxies", "127.0.0.1", "parley.rate.strangers", "20"));

    private static final SandboxServer instagram = talks.instagram();
    private static final TestingParley parley = talks.parley();

    private final String reader = talks.reader();
    private final String friend = talks.friend();

    @Test
    void what_instagram_tells_by_itself_is_there_at_once_and_once() {
        var official = talks.connectOfficially();
        var callback =
                new Callback(parley.uri(WEBHOOKS).toString(), TestingTalks.VERIFY_TOKEN, Set.copyOf(Callback.FIELDS));
        instagram.dashboard().callback(callback);
        instagram.write(friend, official, "Hello 🌅");
        talks.conversationWith(official, Set.of("Hello 🌅"));
        instagram.write(friend, official, "Second");
        var both = talks.conversationWith(official, Set.of("Second", "Hello 🌅"));
        assertThat(both.path("unread").asBoolean()).isTrue();

        assertThat(parley.visitor(reader)
                        .get("/inbox/" + both.path("id").asString())
                        .words())
                .contains("@" + friend + " can be written to until");

        var told = lastTold(official);
        assertThat(deliver(told, sign(told)).status()).isEqualTo(200);
        assertThat(deliver(told, sign(told)).status()).isEqualTo(200);
        assertThat(deliver(told, sign(told + " ")).error()).isEqualTo("WEBHOOK_NOT_SIGNED");
        assertThat(deliver(told, null).status()).isEqualTo(403);
        talks.syncOf(official);
        assertThat(talks.receivedActivities()).isEqualTo(2);

        var mids = talks.messages(both).stream()
                .collect(Collectors.toMap(
                        message -> message.path("content").asString(),
                        message -> message.path("instagram_id").asString()));
        tell(
                official,
                "message_edit",
                "message_edit",
                "{'mid':'%s','text':'Good day','num_edit':1}".formatted(mids.get("Hello 🌅")));
        tell(official, "messages", "message", "{'mid':'%s','is_deleted':true}".formatted(mids.get("Second")));
        talks.conversationWith(official, Set.of("", "Good day"));
        talks.syncOf(official);
        assertThat(talks.said(both)).containsExactlyInAnyOrder("", "Good day");
        assertThat(talks.receivedActivities()).isEqualTo(2);
    }

    @Test
    void webhooks_are_agreed_on_by_their_token_and_of_unknown_accounts_nothing_is_kept() {
        var asked = "?hub.mode=subscribe&hub.challenge=42abc&hub.verify_token=";
        assertThat(parley.api()
                        .get(WEBHOOKS + asked + TestingTalks.VERIFY_TOKEN)
                        .text())
                .isEqualTo("42abc");
        assertThat(parley.api().get(WEBHOOKS + asked + "guessed").error()).isEqualTo("WEBHOOK_NOT_SIGNED");
        var unknown = json("{'object':'instagram','entry':[{'id':'17841400000000000','time':1,'messaging':[]}]}");
        assertThat(deliver(unknown, sign(unknown)).status()).isEqualTo(200);
        assertThat(deliver("no json", sign("no json")).status()).isEqualTo(400);
    }

    @Test
    void only_deliveries_without_a_right_signature_can_become_too_many() {
        var unknown = json("{'object':'instagram','entry':[]}");
        var meta = parley.api().with("X-Forwarded-For", "203.0.113.7");
        assertThat(IntStream.range(0, 30)
                        .mapToObj(n -> meta.with("X-Hub-Signature-256", sign(unknown))
                                .sendJson("POST", WEBHOOKS, unknown)
                                .status()))
                .containsOnly(200);
        assertThat(IntStream.range(0, 30)
                        .mapToObj(n -> meta.sendJson("POST", WEBHOOKS, unknown).status()))
                .contains(403, 429);
    }

    private static String lastTold(String official) {
        var entry = instagram.dashboard().webhooks().stream()
                .filter(webhook ->
                        webhook.account().equals(official) && webhook.field().equals("messages"))
                .reduce((first, last) -> last)
                .orElseThrow()
                .entry();
        return "{\"object\":\"instagram\",\"entry\":[" + entry + "]}";
    }

    private void tell(String official, String field, String name, String value) {
        instagram.dashboard().tell(official, friend, field, name, json(value));
    }

    private static TestingApi.Answer deliver(String body, @Nullable String signature) {
        var api = signature == null ? parley.api() : parley.api().with("X-Hub-Signature-256", signature);
        return api.sendJson("POST", WEBHOOKS, body);
    }

    private static String sign(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var secret = instagram.dashboard().app(Flavour.INSTAGRAM).secret();
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
