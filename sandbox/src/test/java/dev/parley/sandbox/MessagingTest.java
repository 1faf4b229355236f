package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.TestingApp.Reply;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.message.MessageTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.world.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SandboxExtension.class)
class MessagingTest {
    private final SandboxServer sandbox;
    private TestingApp app;
    private long peer;
    private Person open;
    private Person shy;

    MessagingTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        app = new TestingApp(sandbox.baseUrl());
        open = person(true);
        shy = person(false);
    }

    @BeforeEach
    void signIn() {
        List<Session> made = sandbox.makeAccounts("fan", 2);
        app = new TestingApp(sandbox.baseUrl()).authorizedBy(made.getFirst().authorization());
        peer = made.getLast().account().id();
    }

    @Test
    void a_message_by_person_and_one_by_thread_are_in_one_conversation() {
        Reply first = toPerson(open.id(), "Hello", "6800011111111111111");
        String thread = first.json().at("/payload/thread_id").asString();
        send("text", "thread_ids", "[" + thread + "]", "Again", "6800011111111111112");

        assertThat(thread).hasSize(39);
        assertThat(first.json().at("/payload/client_context").asString()).isEqualTo("6800011111111111111");
        assertThat(texts(thread(thread, ""))).containsExactly("Again", "Hello");
        assertThat(sandbox.messages("fan.1", open.username()))
                .extracting(MessageTruth::text)
                .containsExactly("Hello", "Again");
    }

    @Test
    void the_same_token_gets_the_same_answer_and_no_second_message() {
        Reply first = toPerson(open.id(), "Hello", "6800011111111111111");
        Reply second = toPerson(open.id(), "Hello", "6800011111111111111");

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(sandbox.messages("fan.1"))
                .singleElement()
                .matches(message -> message.asked() == 2 && message.timesReceived() == 1);
    }

    @Test
    void a_lost_answer_does_not_lose_or_double_the_message() {
        sandbox.script(ScriptedFault.of(Call.SEND, Fault.SERVER_ERROR).times(1).afterTheEffect());
        assertThat(toPerson(open.id(), "Hello", "6800011111111111111").status()).isEqualTo(500);

        assertThat(toPerson(open.id(), "Hello", "6800011111111111111").status()).isEqualTo(200);

        assertThat(sandbox.messages("fan.1"))
                .singleElement()
                .matches(message -> message.asked() == 2 && message.timesReceived() == 1);
    }

    @Test
    void a_link_is_shown_as_one() {
        app.postForm(
                "/api/v1/direct_v2/threads/broadcast/link/",
                TestingApp.fields(
                        "recipient_users", "[[" + open.id() + "]]",
                        "client_context", "1",
                        "link_text", "See https://example.com/a",
                        "link_urls", "[\"https://example.com/a\"]"));

        JsonNode item = inbox("inbox", "").at("/inbox/threads/0/items/0");
        assertThat(item.get("item_type").asString()).isEqualTo("link");
        assertThat(item.at("/link/link_context/link_url").asString()).isEqualTo("https://example.com/a");
    }

    @Test
    void some_refuse_and_some_are_not_there() {
        assertThat(toPerson(shy.id(), "Hello", "1").message()).contains("don't allow new message requests");
        assertThat(toPerson(7, "Hello", "2").message()).isEqualTo("User not found");
        assertThat(send("text", "thread_ids", "[340282366841710000000000000]", "Hello", "3")
                        .status())
                .isEqualTo(404);
        assertThat(toPerson(open.id(), "", "4").status()).isEqualTo(400);
        assertThat(send("text", "recipient_users", "[[" + open.id() + "," + peer + "]]", "Hello", "5")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_request_is_read_accepted_and_then_in_the_inbox() {
        sandbox.write(open.username(), "fan.1", "Hi!");
        assertThat(inbox("inbox", "").at("/inbox/threads").size()).isZero();
        assertThat(inbox("inbox", "").get("pending_requests_total").asInt()).isEqualTo(1);
        JsonNode request = inbox("pending_inbox", "").at("/inbox/threads/0");
        assertThat(request.get("pending").asBoolean()).isTrue();

        app.postForm(
                "/api/v1/direct_v2/threads/" + request.get("thread_id").asString() + "/approve/",
                Map.of("filter", "DEFAULT"));

        assertThat(inbox("inbox", "").at("/inbox/threads/0/pending").asBoolean())
                .isFalse();
        assertThat(inbox("pending_inbox", "").at("/inbox/threads").size()).isZero();
    }

    @Test
    void a_declined_request_is_gone() {
        sandbox.write(open.username(), "fan.1", "Hi!");
        String thread =
                inbox("pending_inbox", "").at("/inbox/threads/0/thread_id").asString();

        app.postForm("/api/v1/direct_v2/threads/" + thread + "/decline/", Map.of("filter", "DEFAULT"));

        assertThat(inbox("pending_inbox", "").at("/inbox/threads").size()).isZero();
        assertThat(app.get("/api/v1/direct_v2/threads/" + thread + "/").status())
                .isEqualTo(404);
    }

    @Test
    void reading_a_message_clears_the_unread_mark() {
        app.follow(open.id());
        sandbox.write(open.username(), "fan.1", "Hi!");
        JsonNode thread = inbox("inbox", "").at("/inbox/threads/0");
        assertThat(thread.get("read_state").asInt()).isEqualTo(1);

        app.postForm(
                "/api/v1/direct_v2/threads/%s/items/%s/seen/"
                        .formatted(
                                thread.get("thread_id").asString(),
                                thread.at("/items/0/item_id").asString()),
                Map.of("action", "mark_seen"));

        assertThat(inbox("inbox", "").at("/inbox/threads/0/read_state").asInt()).isZero();
    }

    @Test
    void the_last_page_of_an_inbox_and_of_a_conversation_has_no_cursor() {
        sandbox.people().stream()
                .filter(person -> person.takesMessages() && !person.deleted())
                .limit(7)
                .forEach(person -> toPerson(person.id(), "Hello", person.username()));
        IntStream.range(0, 7).forEach(i -> toPerson(peer, "Nr. " + i, "nr" + i));

        JsonNode first = inbox("inbox", "&limit=5").get("inbox");
        JsonNode second = inbox(
                        "inbox", "&limit=5&cursor=" + first.get("oldest_cursor").asString())
                .get("inbox");
        assertThat(first.get("threads").size()).isEqualTo(5);
        assertThat(second.get("threads").size()).isEqualTo(3);
        assertThat(second.has("oldest_cursor")).isFalse();

        String thread = first.at("/threads/0/thread_id").asString();
        var read = new ArrayList<>(texts(thread(thread, "?limit=4")));
        JsonNode rest = thread(
                thread,
                "?limit=4&cursor="
                        + thread(thread, "?limit=4").get("oldest_cursor").asString());
        read.addAll(texts(rest));
        assertThat(read).hasSize(7).doesNotHaveDuplicates();
        assertThat(rest.has("oldest_cursor")).isFalse();
    }

    private Reply toPerson(long id, String text, String token) {
        return send("text", "recipient_users", "[[" + id + "]]", text, token);
    }

    private Reply send(String kind, String field, String recipients, String text, String token) {
        return app.postForm(
                "/api/v1/direct_v2/threads/broadcast/" + kind + "/",
                TestingApp.fields(field, recipients, "client_context", token, "text", text));
    }

    private JsonNode inbox(String which, String query) {
        return app.get("/api/v1/direct_v2/" + which + "/?thread_message_limit=10" + query)
                .json();
    }

    private JsonNode thread(String id, String query) {
        return app.get("/api/v1/direct_v2/threads/" + id + "/" + query).json().get("thread");
    }

    private static List<String> texts(JsonNode thread) {
        return thread.get("items")
                .valueStream()
                .map(item -> item.get("text").asString())
                .toList();
    }

    private Person person(boolean takesMessages) {
        return sandbox.people().stream()
                .filter(person -> !person.deleted() && !person.isPrivate())
                .filter(person -> person.takesMessages() == takesMessages)
                .findFirst()
                .orElseThrow();
    }
}
