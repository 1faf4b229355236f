package dev.parley.server.conversation;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingTalks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ConversationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONVERSATIONS = "/api/conversations";
    private static final String ANSWERS = "/api/canned-answers";

    @RegisterExtension
    static final TestingTalks talks = TestingTalks.start();

    private static final SandboxServer instagram = talks.instagram();
    private static final TestingParley parley = talks.parley();

    private final TestingApi alma = talks.api();
    private final String reader = talks.reader();
    private final String account = talks.account();
    private final String friend = talks.friend();

    @Test
    void what_is_said_is_kept_once_however_often_it_is_read() {
        instagram.write(friend, account, "Hello");
        talks.sync();
        talks.sync();
        instagram.write(friend, account, "Are you there?");
        talks.sync();
        var conversation = talks.only();
        assertThat(conversation.path("people").get(0).asString()).isEqualTo(friend);
        assertThat(conversation.path("last_text").asString()).isEqualTo("Are you there?");
        assertThat(conversation.path("unread").asBoolean()).isTrue();
        assertThat(talks.said(conversation)).containsExactly("Are you there?", "Hello");
    }

    @Test
    void everything_that_came_while_nobody_listened_is_caught_up_with_in_order() {
        instagram.write(friend, account, "First");
        talks.sync();
        var others = instagram.makeAccounts("crowd", 25).stream()
                .map(session -> session.account().username())
                .toList();
        var many = IntStream.rangeClosed(1, 45).mapToObj(n -> "Message " + n).toList();
        many.forEach(text -> instagram.write(friend, account, text));
        others.forEach(other -> instagram.write(other, account, "Hello from " + other));
        var stranger =
                IntStream.rangeClosed(1, 30).mapToObj(n -> "Stranger " + n).toList();
        stranger.forEach(text -> instagram.write(others.getFirst(), account, text));
        talks.sync();
        assertThat(talks.conversations("?limit=100")).hasSize(26);
        var mine = talks.conversations("?q=" + friend).getFirst();
        assertThat(talks.said(mine))
                .hasSize(46)
                .startsWith("Message 45", "Message 44")
                .endsWith("Message 1", "First");
        assertThat(talks.said(talks.conversations("?q=" + others.getFirst()).getFirst()))
                .hasSize(31);
        var received = alma.get("/api/activity?action=message-received&limit=200")
                .body()
                .path("items");
        assertThat(received.size()).isEqualTo(45 + 25 + 30);
        assertThat(received.toString()).doesNotContain("Message 45");
    }

    @Test
    void what_came_while_the_server_was_down_is_caught_up_with_once() {
        instagram.write(friend, account, "Before");
        talks.sync();
        parley.stop();
        var wrong = instagram.write(friend, account, "While you were out");
        instagram.write(friend, account, "Second");
        var gone = instagram.write(friend, account, "Never mind");
        instagram.edit(wrong, "While you were away");
        instagram.unsend(gone);
        parley.startAgain();
        talks.signInAgain();
        talks.sync();
        talks.sync();
        assertThat(talks.said(talks.only())).containsExactly("Second", "While you were away", "Before");
        assertThat(talks.receivedActivities()).isEqualTo(2);
    }

    @Test
    void a_reading_that_fails_loses_nothing() {
        instagram.write(friend, account, "Hello");
        instagram.script(ScriptedFault.of(Call.THREADS, Fault.TRUNCATE)
                .forAccount(account)
                .times(1));
        alma.post(CONVERSATIONS + "/sync");
        await().atMost(PATIENCE).untilAsserted(() -> {
            talks.sync();
            assertThat(talks.said(talks.only())).containsExactly("Hello");
        });
    }

    @Test
    void what_was_edited_or_unsent_is_so_here_too_and_is_told_of_once() {
        var typo = instagram.write(friend, account, "Helo");
        instagram.advance(Duration.ofSeconds(1));
        var regret = instagram.write(friend, account, "I hate blue");
        talks.sync();
        instagram.edit(typo, "Hello");
        instagram.unsend(regret);
        instagram.advance(Duration.ofSeconds(1));
        instagram.write(friend, account, "Still there?");
        talks.sync();
        talks.sync();
        assertThat(talks.said(talks.only())).containsExactly("Still there?", "", "Hello");
        var messages = talks.messages(talks.only());
        assertThat(messages.get(1).path("unsent_at").asString()).isNotEmpty();
        assertThat(messages.get(2).path("edited_at").asString()).isNotEmpty();
        assertThat(messages.toString()).doesNotContain("hate", "Helo\"");
        assertThat(talks.receivedActivities()).isEqualTo(1);
    }

    @Test
    void an_answer_goes_into_the_conversation_and_is_in_it_at_once() {
        instagram.write(friend, account, "Do you have it in blue?");
        talks.sync();
        var path = CONVERSATIONS + "/" + talks.only().path("id").asString();
        var sent = alma.post(path + "/messages", json("{'content':'Yes, we do.'}"));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.field("status")).isEqualTo("sent");
        assertThat(sent.body().path("first_contact").asBoolean()).isFalse();
        assertThat(talks.said(talks.only())).containsExactly("Yes, we do.", "Do you have it in blue?");
        assertThat(talks.only().path("unread").asBoolean()).isFalse();
        talks.sync();
        assertThat(talks.said(talks.only())).hasSize(2);
        assertThat(instagram.messages(account).stream().map(message -> message.recipient()))
                .containsExactly(friend);
    }

    @Test
    void an_answer_of_which_instagram_does_not_tell_where_it_went_is_in_the_conversation_at_once() {
        var official = talks.connectOfficially();
        instagram.write(friend, official, "Do you have it in blue?");
        talks.syncOf(official);
        var path = CONVERSATIONS + "/"
                + talks.conversationWith(official, Set.of("Do you have it in blue?"))
                        .path("id")
                        .asString();
        assertThat(alma.post(path + "/messages", json("{'content':'Yes, we do.'}"))
                        .field("status"))
                .isEqualTo("sent");
        assertThat(alma.get(path + "/messages").body().path("items"))
                .extracting(said -> said.path("content").asString())
                .containsExactlyInAnyOrder("Yes, we do.", "Do you have it in blue?");
        assertThat(talks.arrived(official, friend)).containsExactly("Yes, we do.");
    }

    @Test
    void what_was_to_be_said_and_has_not_arrived_stands_between_what_was_said() {
        instagram.write(friend, account, "Is it open today?");
        talks.sync();
        var path = CONVERSATIONS + "/" + talks.only().path("id").asString() + "/messages";
        instagram.script(ScriptedFault.of(Call.SEND, Fault.MESSAGES_REFUSED).forAccount(account));
        var refused = alma.post(path, json("{'content':'Until six'}"));
        assertThat(refused.error()).isEqualTo("MESSAGES_REFUSED");
        assertThat(alma.post("/api/messages/send", json("""
                {'username':'%s','recipient':'%s','content':'See you tomorrow','send_at':'%s','wait_s':0}
                """.formatted(
                                        account, friend, Instant.now().plus(Duration.ofDays(1)))))
                        .status())
                .isEqualTo(202);
        instagram.write(friend, account, "Hello?");
        talks.sync();
        var all = talks.messages(talks.only());
        assertThat(talks.said(talks.only())).hasSize(4).startsWith("See you tomorrow");
        assertThat(all)
                .isSortedAccordingTo(Comparator.comparing(
                                (JsonNode one) -> Instant.parse(one.path("at").asString()))
                        .reversed());
        assertThat(all.getFirst().path("attempt").path("status").asString()).isEqualTo("queued");
        var failed = open(all, "Until six");
        assertThat(failed.path("status").asString()).isEqualTo("failed");
        assertThat(failed.path("error").path("error_code").asString()).startsWith("E-DM-");
        assertThat(onePageAfterTheOther(path)).containsExactlyElementsOf(talks.said(talks.only()));

        var page = "/inbox/" + talks.only().path("id").asString();
        assertThat(parley.visitor(reader)
                        .get(page)
                        .hasLink("/messages/" + failed.path("id").asString()))
                .isTrue();
        instagram.clearScript();
        alma.post("/api/messages/" + failed.path("id").asString() + "/retry");
        await().atMost(PATIENCE)
                .until(() -> open(talks.messages(talks.only()), "Until six").isMissingNode());
        assertThat(talks.said(talks.only())).contains("Until six").hasSize(4);
    }

    private static JsonNode open(List<JsonNode> messages, String content) {
        return messages.stream()
                .filter(one -> one.path("content").asString().equals(content))
                .findFirst()
                .orElseThrow()
                .path("attempt");
    }

    private List<String> onePageAfterTheOther(String path) {
        var contents = new ArrayList<String>();
        var query = "?limit=1";
        while (!query.isEmpty()) {
            var page = alma.get(path + query).body();
            contents.add(page.path("items").get(0).path("content").asString());
            var cursor = page.path("next_cursor");
            query = cursor.isNull() ? "" : "?limit=1&cursor=" + cursor.asString();
        }
        return contents;
    }

    @Test
    void the_form_says_beforehand_whether_one_may_write() {
        instagram.write(friend, account, "Hi");
        talks.sync();
        var page = "/inbox/" + talks.only().path("id").asString();
        var visitor = parley.visitor(reader);
        assertThat(visitor.get(page).words()).doesNotContain("do-not-contact list");
        alma.put("/api/do-not-contact/" + friend, "{}");
        assertThat(visitor.get(page).words()).contains("is on this workspace's do-not-contact list");
        alma.delete("/api/do-not-contact/" + friend);
        alma.post("/api/bot/logout");
        assertThat(visitor.get(page).words()).contains("@" + account + " has no Instagram session that works");
    }

    @Test
    void whoever_wrote_first_is_no_first_contact() {
        instagram.write(friend, account, "Hi");
        talks.sync();
        var check =
                alma.post("/api/messages/check", json("{'username':'%s','recipient':'%s'}".formatted(account, friend)));
        assertThat(check.body().path("allowed").asBoolean()).isTrue();
        assertThat(check.body().path("wrote_to_us").asBoolean()).isTrue();
        assertThat(check.body().path("first_contact").asBoolean()).isFalse();
    }

    @Test
    void conversations_are_marked_assigned_and_filtered() {
        instagram.write(friend, account, "Hi");
        talks.sync();
        var path = CONVERSATIONS + "/" + talks.only().path("id").asString();
        assertThat(alma.post(path + "/seen").body().path("unread").asBoolean()).isFalse();
        assertThat(talks.conversations("?unread=true")).isEmpty();
        assertThat(alma.post(path + "/unseen").body().path("unread").asBoolean())
                .isTrue();
        var me = alma.get("/api/me").field("id");
        var mine = alma.put(path + "/assignee", json("{'user_id':'%s'}".formatted(me)));
        assertThat(mine.field("assignee", "id")).isEqualTo(me);
        assertThat(talks.conversations("?assignee=" + me)).hasSize(1);
        assertThat(talks.conversations("?assigned=false")).isEmpty();
        alma.put(path + "/assignee", json("{'user_id':null}"));
        assertThat(talks.conversations("?assigned=false")).hasSize(1);
        var stranger = talks.somebodyElse().get("/api/me").field("id");
        assertThat(alma.put(path + "/assignee", json("{'user_id':'%s'}".formatted(stranger)))
                        .status())
                .isEqualTo(400);
        assertThat(talks.conversations("?q=100%25")).isEmpty();
        assertThat(alma.get(CONVERSATIONS + "?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void conversations_are_found_by_words_of_names_and_of_whatever_was_said() {
        var other = instagram.makeAccounts("courier", 1).getFirst().account().username();
        instagram.write(friend, account, "Is the Übergröße there?");
        instagram.write(friend, account, "Never mind");
        instagram.write(other, account, "Your parcel");
        talks.sync();
        assertThat(talks.conversations("?q=%C3%9Cbergr")).hasSize(1);
        assertThat(talks.conversations("?q=courier")).hasSize(1);
        assertThat(talks.conversations("?q=parcel+is")).isEmpty();
        assertThat(talks.conversations("?q=%26+%7C+!")).isEmpty();
    }

    @Test
    void prepared_answers_are_kept_and_put_into_the_form_with_the_persons_name() {
        var hours = json("{'title':'Hours','content':'Hello {name}, we open at nine.'}");
        var made = alma.post(ANSWERS, hours);
        assertThat(made.status()).isEqualTo(201);
        assertThat(alma.post(ANSWERS, hours).error()).isEqualTo("CANNED_ANSWER_EXISTS");
        var path = ANSWERS + "/" + made.field("id");
        assertThat(alma.put(path, json("{'title':'Hours','content':'Hi {username}, at nine.'}"))
                        .field("content"))
                .isEqualTo("Hi {username}, at nine.");
        assertThat(talks.somebodyElse().delete(path).error()).isEqualTo("CANNED_ANSWER_NOT_FOUND");
        instagram.write(friend, account, "When do you open?");
        talks.sync();
        var visitor = parley.visitor(reader);
        var page = "/inbox/" + talks.only().path("id").asString();
        assertThat(visitor.get(page).words()).contains("When do you open?", "Hours");
        assertThat(visitor.get(page + "?answer=" + made.field("id")).words()).contains("Hi " + friend + ", at nine.");
        visitor.get("/inbox/answers");
        assertThat(visitor.submit("/inbox/answers", "title", " ", "content", "x")
                        .words())
                .contains("must have 1 to 100 characters");
        visitor.submit("/inbox/answers", "title", "Thanks", "content", "Thank you!");
        assertThat(alma.get(ANSWERS).body().path("items").size()).isEqualTo(2);
        assertThat(alma.delete(path).status()).isEqualTo(204);
        assertThat(visitor.get("/inbox/answers").words()).contains("Thanks").doesNotContain("Hours");
    }

    @Test
    void a_request_that_is_declined_on_the_page_is_gone() {
        var stranger = instagram.people().stream()
                .filter(person -> !person.deleted())
                .findFirst()
                .orElseThrow()
                .username();
        instagram.write(stranger, account, "Win a prize");
        talks.sync();
        assertThat(talks.conversations("?request=true")).hasSize(1);
        var visitor = parley.visitor(reader);
        var page = "/inbox/" + talks.only().path("id").asString();
        assertThat(visitor.get(page).words()).contains("Decline the request of @" + stranger);
        assertThat(visitor.submit(page + "/refusal").location()).isEqualTo("/inbox");
        assertThat(talks.conversations("")).isEmpty();
        talks.sync();
        assertThat(talks.conversations("")).isEmpty();
    }

    @Test
    void whoever_was_erased_does_not_come_back_until_they_write_anew() {
        instagram.write(friend, account, "My secret");
        talks.sync();
        assertThat(alma.delete("/api/people/" + friend).status()).isEqualTo(204);
        assertThat(talks.conversations("")).isEmpty();
        erasedBy(instagram.now());
        talks.sync();
        assertThat(talks.conversations("")).isEmpty();
        assertThat(alma.get("/api/people/" + friend).error()).isEqualTo("PERSON_NOT_FOUND");
        alma.delete("/api/do-not-contact/" + friend);
        talks.sync();
        assertThat(talks.conversations("")).isEmpty();
        instagram.advance(Duration.ofSeconds(1));
        instagram.write(friend, account, "It is me again");
        talks.sync();
        assertThat(talks.said(talks.only())).containsExactly("It is me again");
        talks.sync();
        assertThat(talks.said(talks.only())).hasSize(1);
    }

    /** As if the sandbox's clock and the server's were the same. */
    private void erasedBy(Instant time) {
        var workspace = alma.get("/api/workspaces")
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        assertThat(parley.database()
                        .owner()
                        .sql(
                                "update erased_people set erased_at = :time::timestamptz where workspace_id = :workspace::uuid")
                        .param("time", time.toString())
                        .param("workspace", workspace)
                        .update())
                .isEqualTo(1);
    }

    @Test
    void another_workspace_sees_nothing_of_it() {
        instagram.write(friend, account, "Between us");
        talks.sync();
        var path = CONVERSATIONS + "/" + talks.only().path("id").asString();
        var tomas = talks.somebodyElse();
        assertThat(tomas.get(CONVERSATIONS).body().path("items")).isEmpty();
        assertThat(tomas.get(path).error()).isEqualTo("CONVERSATION_NOT_FOUND");
        assertThat(tomas.get(path + "/messages").error()).isEqualTo("CONVERSATION_NOT_FOUND");
        for (var move : List.of("seen", "unseen", "accept", "decline")) {
            assertThat(tomas.post(path + "/" + move).error()).isEqualTo("CONVERSATION_NOT_FOUND");
        }
        assertThat(tomas.post(path + "/messages", json("{'content':'x'}")).error())
                .isEqualTo("CONVERSATION_NOT_FOUND");
    }
}
