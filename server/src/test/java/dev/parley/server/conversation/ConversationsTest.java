package dev.parley.server.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.server.testing.Hands.button;
import static dev.parley.server.testing.Hands.fill;
import static dev.parley.server.testing.Hands.press;
import static dev.parley.server.testing.Hands.shows;
import static dev.parley.server.testing.Hands.signIn;
import static dev.parley.server.testing.Hands.tabTo;
import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.parley.sandbox.ConsentPage;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.official.Callback;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.testing.Inspection;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingBrowser;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingVisitor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConversationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONVERSATIONS = "/api/conversations";
    private static final String ANSWERS = "/api/canned-answers";
    private static final String WEBHOOKS = "/api/webhooks/instagram";
    private static final String VERIFY_TOKEN = "agreed-with-meta";

    private static final SandboxServer instagram = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of(
            "parley.sandbox-url",
            instagram.baseUrl(),
            "parley.bot.divisor",
            "0",
            "parley.public-url",
            "http://parley.example:8080",
            "parley.graph.verify-token",
            VERIFY_TOKEN,
            "parley.web.trusted-proxies",
            "127.0.0.1",
            "parley.rate.strangers",
            "20"));

    @RegisterExtension
    static final TestingBrowser browser = new TestingBrowser();

    private static int people;

    private TestingApi alma = parley.api();
    private String reader = "";
    private String account = "";
    private String friend = "";

    @BeforeEach
    void somebody_new_with_an_account() {
        reader = "reader" + people++;
        alma = parley.person(reader);
        var accounts = instagram.makeAccounts("talks", 2);
        account = accounts.get(0).account().username();
        friend = accounts.get(1).account().username();
        var connected =
                alma.post("/api/bot/login", json("{'username':'%s','password':'sandbox-pass'}".formatted(account)));
        assertThat(connected.status()).isEqualTo(200);
    }

    @AfterEach
    void no_faults() {
        instagram.clearScript();
    }

    @AfterAll
    static void close() {
        instagram.close();
    }

    @Test
    void what_is_said_is_kept_once_however_often_it_is_read() {
        instagram.write(friend, account, "Hello");
        sync();
        sync();
        instagram.write(friend, account, "Are you there?");
        sync();
        var conversation = only();
        assertThat(conversation.path("people").get(0).asString()).isEqualTo(friend);
        assertThat(conversation.path("last_text").asString()).isEqualTo("Are you there?");
        assertThat(conversation.path("unread").asBoolean()).isTrue();
        assertThat(said(conversation)).containsExactly("Are you there?", "Hello");
    }

    @Test
    void everything_that_came_while_nobody_listened_is_caught_up_with_in_order() {
        instagram.write(friend, account, "First");
        sync();
        var others = instagram.makeAccounts("crowd", 25).stream()
                .map(session -> session.account().username())
                .toList();
        var many = IntStream.rangeClosed(1, 45).mapToObj(n -> "Message " + n).toList();
        many.forEach(text -> instagram.write(friend, account, text));
        others.forEach(other -> instagram.write(other, account, "Hello from " + other));
        var stranger =
                IntStream.rangeClosed(1, 30).mapToObj(n -> "Stranger " + n).toList();
        stranger.forEach(text -> instagram.write(others.getFirst(), account, text));
        sync();
        assertThat(conversations("?limit=100")).hasSize(26);
        var mine = conversations("?q=" + friend).getFirst();
        assertThat(said(mine))
                .hasSize(46)
                .startsWith("Message 45", "Message 44")
                .endsWith("Message 1", "First");
        assertThat(said(conversations("?q=" + others.getFirst()).getFirst())).hasSize(31);
        var received = alma.get("/api/activity?action=message-received&limit=200")
                .body()
                .path("items");
        assertThat(received.size()).isEqualTo(45 + 25 + 30);
        assertThat(received.toString()).doesNotContain("Message 45");
    }

    @Test
    void an_answer_goes_into_the_conversation_and_is_in_it_at_once() {
        instagram.write(friend, account, "Do you have it in blue?");
        sync();
        var path = CONVERSATIONS + "/" + only().path("id").asString();
        var sent = alma.post(path + "/messages", json("{'content':'Yes, we do.'}"));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.field("status")).isEqualTo("sent");
        assertThat(sent.body().path("first_contact").asBoolean()).isFalse();
        assertThat(said(only())).containsExactly("Yes, we do.", "Do you have it in blue?");
        assertThat(only().path("unread").asBoolean()).isFalse();
        sync();
        assertThat(said(only())).hasSize(2);
        assertThat(instagram.messages(account).stream().map(message -> message.recipient()))
                .containsExactly(friend);
    }

    @Test
    void what_was_to_be_said_and_has_not_arrived_stands_between_what_was_said() {
        instagram.write(friend, account, "Is it open today?");
        sync();
        var path = CONVERSATIONS + "/" + only().path("id").asString() + "/messages";
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
        sync();
        var all = messages(only());
        assertThat(said(only())).hasSize(4).startsWith("See you tomorrow");
        assertThat(all)
                .isSortedAccordingTo(Comparator.comparing(
                                (JsonNode one) -> Instant.parse(one.path("at").asString()))
                        .reversed());
        assertThat(all.getFirst().path("attempt").path("status").asString()).isEqualTo("queued");
        var failed = open(all, "Until six");
        assertThat(failed.path("status").asString()).isEqualTo("failed");
        assertThat(failed.path("error").path("error_code").asString()).startsWith("E-DM-");
        assertThat(onePageAfterTheOther(path)).containsExactlyElementsOf(said(only()));

        var page = "/inbox/" + only().path("id").asString();
        assertThat(parley.visitor(reader)
                        .get(page)
                        .hasLink("/messages/" + failed.path("id").asString()))
                .isTrue();
        instagram.clearScript();
        alma.post("/api/messages/" + failed.path("id").asString() + "/retry");
        await().atMost(PATIENCE).until(() -> open(messages(only()), "Until six").isMissingNode());
        assertThat(said(only())).contains("Until six").hasSize(4);
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
        sync();
        var page = "/inbox/" + only().path("id").asString();
        var visitor = parley.visitor(reader);
        assertThat(visitor.get(page).words()).doesNotContain("do-not-contact list");
        alma.put("/api/do-not-contact/" + friend, "{}");
        assertThat(visitor.get(page).words()).contains("is on this workspace's do-not-contact list");
        alma.delete("/api/do-not-contact/" + friend);
        alma.post("/api/bot/logout");
        assertThat(visitor.get(page).words()).contains("@" + account + " has no Instagram session that works");
    }

    @Test
    void on_the_pages_a_conversation_is_read_and_answered_while_the_other_side_writes() {
        instagram.write(friend, account, "Is it still there?");
        sync();
        var page = browser.page(parley.uri("/").toString());
        signIn(page, reader, TestingParley.PASSWORD, "/inbox");
        shows(page, "Is it still there?");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("@" + friend)))
                .click();
        shows(page, "Is it still there?");
        fill(page, "Your answer", "Yes, come by!");
        press(page, "Send");
        shows(page, "Yes, come by!");
        instagram.write(friend, account, "On my way");
        sync();
        shows(page, "On my way");
        press(page, "Mark as read");
        shows(page, "Mark as unread");
        press(page, "Look after it");
        shows(page, "looked after by " + reader);
    }

    @Test
    void every_page_says_how_many_conversations_are_unread_and_goes_on_saying_it() {
        assertThat(parley.visitor(reader).get("/people").words()).doesNotContain("unread");
        instagram.write(friend, account, "Hi");
        sync();
        assertThat(parley.visitor(reader).get("/people").words()).contains("Inbox 1 1 unread Messages");
        var page = browser.page(parley.uri("/").toString());
        signIn(page, reader, TestingParley.PASSWORD, "/people");
        assertThat(inbox(page)).hasAccessibleName("Inbox 1 unread");
        var other = instagram.makeAccounts("another", 1).getFirst().account().username();
        instagram.write(other, account, "Hello");
        sync();
        assertThat(inbox(page)).hasAccessibleName("Inbox 2 unread");
        conversations("")
                .forEach(one -> alma.post(CONVERSATIONS + "/" + one.path("id").asString() + "/seen"));
        assertThat(inbox(page)).hasAccessibleName("Inbox");
    }

    private static Locator inbox(Page page) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Inbox"));
    }

    @Test
    void whoever_wrote_first_is_no_first_contact() {
        instagram.write(friend, account, "Hi");
        sync();
        var check =
                alma.post("/api/messages/check", json("{'username':'%s','recipient':'%s'}".formatted(account, friend)));
        assertThat(check.body().path("allowed").asBoolean()).isTrue();
        assertThat(check.body().path("wrote_to_us").asBoolean()).isTrue();
        assertThat(check.body().path("first_contact").asBoolean()).isFalse();
    }

    @Test
    void conversations_are_marked_assigned_and_filtered() {
        instagram.write(friend, account, "Hi");
        sync();
        var path = CONVERSATIONS + "/" + only().path("id").asString();
        assertThat(alma.post(path + "/seen").body().path("unread").asBoolean()).isFalse();
        assertThat(conversations("?unread=true")).isEmpty();
        assertThat(alma.post(path + "/unseen").body().path("unread").asBoolean())
                .isTrue();
        var me = alma.get("/api/me").field("id");
        var mine = alma.put(path + "/assignee", json("{'user_id':'%s'}".formatted(me)));
        assertThat(mine.field("assignee", "id")).isEqualTo(me);
        assertThat(conversations("?assignee=" + me)).hasSize(1);
        assertThat(conversations("?assigned=false")).isEmpty();
        alma.put(path + "/assignee", json("{'user_id':null}"));
        assertThat(conversations("?assigned=false")).hasSize(1);
        var stranger = parley.person("stranger" + people++).get("/api/me").field("id");
        assertThat(alma.put(path + "/assignee", json("{'user_id':'%s'}".formatted(stranger)))
                        .status())
                .isEqualTo(400);
        assertThat(conversations("?q=100%25")).isEmpty();
        assertThat(alma.get(CONVERSATIONS + "?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void one_text_goes_to_all_who_wrote_first_and_tells_why_others_are_left_out() {
        var others = instagram.makeAccounts("many", 3).stream()
                .map(session -> session.account().username())
                .toList();
        others.forEach(other -> instagram.write(other, account, "Hi"));
        sync();
        var order = """
                {'recipients':[{'username':'%s','variables':{'name':'Ana'}},{'username':'@%s','variables':{'name':'Ben'}},
                  {'username':'%s'},{'username':'%s','variables':{'name':'Dora'}}],
                 'content':'Dear {name}, we are open','dry_run':%s}
                """;
        var asked = json(order.formatted(others.get(0), others.get(1), others.get(2), friend, "true"));
        var preview = alma.post("/api/bot/actions/send-messages", asked).body().path("items");
        assertThat(preview.get(0).path("content").asString()).isEqualTo("Dear Ana, we are open");
        assertThat(preview.get(2).path("included").asBoolean()).isFalse();
        assertThat(preview.get(3).path("reason").asString()).isEqualTo("NEVER_WROTE");
        var mailing = alma.post("/api/bot/actions/send-messages", asked.replace("true", "false"));
        assertThat(mailing.status()).isEqualTo(202);
        assertThat(mailing.field("state")).isEqualTo("waiting");
        assertThat(mailing.field("reason")).isEqualTo("BOT_STOPPED");
        alma.post("/api/bot/start");
        var path = "/api/mailings/" + mailing.field("id");
        await().atMost(PATIENCE).until(() -> alma.get(path).field("state").equals("completed"));
        assertThat(alma.get(path).body().path("progress").path("sent").asInt()).isEqualTo(2);
        assertThat(instagram.messages(account).stream().map(message -> message.text()))
                .containsExactlyInAnyOrder("Dear Ana, we are open", "Dear Ben, we are open");
        assertThat(alma.get(path + "/recipients").body().path("items").valueStream())
                .hasSize(4);
        assertThat(parley.person("other" + people++).get(path).error()).isEqualTo("MAILING_NOT_FOUND");
    }

    @Test
    void people_of_a_label_are_found_in_the_inbox_and_written_to_together() {
        var other = instagram.makeAccounts("unlabelled", 1).getFirst().account().username();
        instagram.write(friend, account, "Hi");
        instagram.write(other, account, "Hi");
        sync();
        assertThat(alma.put("/api/people/" + friend + "/labels/VIP", "").status())
                .isEqualTo(204);
        assertThat(conversations("?label=vip").stream()
                        .map(one -> one.path("person").asString()))
                .containsExactly(friend);
        assertThat(conversations("?label=nobodys")).isEmpty();
        assertThat(alma.get(CONVERSATIONS + "?label=a/b").error()).isEqualTo("VALIDATION_FAILED");
        var page = parley.visitor(reader);
        assertThat(page.get("/inbox?label=vip").words()).contains("@" + friend).doesNotContain("@" + other);
        assertThat(page.get("/people?label=vip").hasLink("/mailings/new?label=vip"))
                .isTrue();

        var order = "{'label':'%s','content':'Dear {username}','dry_run':true}";
        var preview = alma.post("/api/bot/actions/send-messages", json(order.formatted("vip")))
                .body()
                .path("items");
        assertThat(preview.valueStream().map(one -> one.path("content").asString()))
                .containsExactly("Dear " + friend);
        var nobody = alma.post("/api/bot/actions/send-messages", json(order.formatted("nobodys")));
        assertThat(nobody.body().path("fields").get(0).path("field").asString()).isEqualTo("label");
        page.get("/mailings/new?label=vip");
        var from = accountId(account);
        assertThat(page.submit(
                                "/mailings/preview",
                                "account",
                                from,
                                "recipients",
                                other,
                                "label",
                                "vip",
                                "content",
                                "Dear {username}")
                        .words())
                .contains("Dear " + other, "Dear " + friend);
        assertThat(page.submit("/mailings/preview", "account", from, "content", "Hello")
                        .words())
                .contains("must name somebody, where no label does");
    }

    @Test
    void what_waits_for_somebody_who_may_not_be_written_to_any_more_is_cancelled() {
        var other = instagram.makeAccounts("weary", 1).getFirst().account().username();
        instagram.write(friend, account, "Hi");
        instagram.write(other, account, "Hi");
        sync();
        var mailing = alma.post(
                "/api/bot/actions/send-messages",
                json("{'recipients':[{'username':'%s'},{'username':'%s'}],'content':'Hello'}"
                        .formatted(friend, other)));
        var later = "/api/messages/"
                + alma.post("/api/messages/send", json("""
                                {'username':'%s','recipient':'%s','content':'Later','send_at':'%s','wait_s':0}
                                """.formatted(
                                        account, friend, Instant.now().plus(Duration.ofDays(1)))))
                        .field("id");
        alma.put("/api/do-not-contact/" + friend, "{}");
        await().atMost(PATIENCE).until(() -> alma.get(later).field("status").equals("cancelled"));
        assertThat(alma.get(later).field("error", "error")).isEqualTo("DO_NOT_CONTACT");
        assertThat(alma.post(later + "/retry").error()).isEqualTo("DO_NOT_CONTACT");
        instagram.write(other, account, "STOP");
        sync();
        var path = "/api/mailings/" + mailing.field("id");
        await().atMost(PATIENCE).until(() -> alma.get(path).field("state").equals("completed"));
        var progress = alma.get(path).body().path("progress");
        assertThat(progress.path("skipped").asInt()).isEqualTo(2);
        assertThat(progress.path("cancelled").asInt()).isZero();
        assertThat(progress.path("percent").asInt()).isEqualTo(100);
        assertThat(instagram.messages(account)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[null]", "[{'username':'ana','variables':{'name':null}}]", "[{'username':'two words'}]", "[]"})
    void a_mailing_to_nobody_is_refused(String recipients) {
        var refused = alma.post(
                "/api/bot/actions/send-messages", json("{'recipients':%s,'content':'Hello'}".formatted(recipients)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields")).isNotEmpty();
    }

    @Test
    void a_list_of_people_is_pasted_from_a_spreadsheet_and_what_is_wrong_in_it_is_told_with_its_line() {
        instagram.write(friend, account, "Hi");
        sync();
        var list = "\uFEFFName;Username\r\n\"Ana; the \"\"great\"\"\";'@%s\r\n".formatted(friend);
        var page = parley.visitor(reader);
        assertThat(preview(page, list)).contains("Dear Ana; the \"great\"");
        assertThat(preview(page, list + "\r\nBen;two words")).contains("“two words” in line 4 is no username");
        assertThat(preview(page, list + "\"Ben;ben")).contains("cannot be read from line 3 on");
        assertThat(preview(page, "ana, Ana")).contains("the first line must name the columns");
    }

    private String preview(TestingVisitor page, String recipients) {
        var from =
                alma.get("/api/accounts").body().path("items").get(0).path("id").asString();
        page.get("/mailings/new");
        return page.submit("/mailings/preview", "account", from, "recipients", recipients, "content", "Dear {name}")
                .words();
    }

    @Test
    void a_mailing_is_cancelled_and_first_contacts_are_for_owners_to_allow() {
        var order =
                json("{'recipients':[{'username':'%s'}],'content':'Hello','first_contacts':true}".formatted(friend));
        var refused = alma.post("/api/bot/actions/send-messages", order);
        assertThat(refused.body().path("progress").path("skipped").asInt()).isEqualTo(1);
        assertThat(alma.put("/api/mailing-policy", json("{'first_contacts':true}"))
                        .status())
                .isEqualTo(200);
        var mailing = alma.post("/api/bot/actions/send-messages", order);
        assertThat(mailing.body().path("progress").path("queued").asInt()).isEqualTo(1);
        var cancelled = alma.post("/api/mailings/" + mailing.field("id") + "/cancel");
        assertThat(cancelled.field("state")).isEqualTo("cancelled");
        assertThat(cancelled.body().path("progress").path("cancelled").asInt()).isEqualTo(1);
        assertThat(instagram.messages(account)).isEmpty();
    }

    @Test
    void on_the_pages_a_text_is_previewed_and_sent_to_many() {
        instagram.write(friend, account, "Hi");
        sync();
        var page = browser.page(parley.uri("/").toString());
        signIn(page, reader, TestingParley.PASSWORD, "/mailings/new");
        fill(page, "To", "username,name\n" + friend + ",Ana\nsomebody.else,Ben");
        fill(page, "Text", "Dear {name}");
        press(page, "Preview");
        shows(page, "Dear Ana");
        shows(page, "They have never written to");
        press(page, "Send to all");
        shows(page, "Bot stopped");
        shows(page, "Left out: They have never written to");
        alma.post("/api/bot/start");
        shows(page, "1 sent, 0 to go");
    }

    @Test
    void a_conversation_is_answered_from_both_sides_and_goes_on_by_itself() {
        var official = connectOfficially();
        instagram
                .dashboard()
                .callback(new Callback(parley.uri(WEBHOOKS).toString(), VERIFY_TOKEN, Set.copyOf(Callback.FIELDS)));
        var theirs = onInstagram(friend, "/" + official + "/");
        press(theirs, "Message");
        say(theirs, "Do you have it in blue?");
        var ours = signedIn("/inbox?account=" + accountId(official));
        shows(ours, "Do you have it in blue?");
        ours.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("@" + friend)))
                .click();
        fill(ours, "Your answer", "Yes, come by!");
        press(ours, "Send");
        shows(ours, "Yes, come by!");
        shows(theirs, "Yes, come by!");

        ours.evaluate("() => { window.kept = true }");
        say(theirs, "On my way");
        shows(ours, "On my way");
        assertThat(ours.evaluate("() => window.kept")).isEqualTo(true);
        assertThat(arrived(official, friend)).containsExactly("Yes, come by!");
        assertThat(arrived(friend, official)).containsExactly("Do you have it in blue?", "On my way");
    }

    /** Somebody at Instagram's own website, signed in there. */
    private static Page onInstagram(String username, String path) {
        var page = browser.page(instagram.baseUrl());
        var session = new Cookie("sessionid", instagram.signIn(username).sessionId());
        page.context().addCookies(List.of(session.setUrl(instagram.baseUrl())));
        page.navigate(path);
        return page;
    }

    private static void say(Page atInstagram, String text) {
        var field = atInstagram.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message"));
        field.fill(text);
        field.press("Enter");
        shows(atInstagram, text);
    }

    private Page signedIn(String next) {
        var page = browser.page(parley.uri("/").toString());
        signIn(page, reader, TestingParley.PASSWORD, next);
        return page;
    }

    private static List<String> arrived(String from, String to) {
        return instagram.messages(from, to).stream()
                .filter(message -> message.timesReceived() == 1)
                .map(message -> message.text())
                .toList();
    }

    @Test
    void whoever_asks_for_no_more_half_way_gets_no_more_and_all_others_do() {
        var others = instagram.makeAccounts("subscribes", 4).stream()
                .map(session -> session.account().username())
                .toList();
        others.forEach(other -> instagram.write(other, account, "Hi"));
        sync();
        limitMessages(2);
        alma.post("/api/bot/start");
        var page = signedIn("/mailings/new");
        fill(page, "To", String.join("\n", others));
        fill(page, "Text", "We are open, {username}");
        press(page, "Send to all");
        shows(page, "2 sent, 2 to go");
        var weary = others.stream()
                .filter(other -> arrived(account, other).isEmpty())
                .findFirst()
                .orElseThrow();
        instagram.write(weary, account, "Stop");
        sync();
        limitMessages(100);
        shows(page, "3 sent, 0 to go");
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("@" + weary)))
                .containsText("do-not-contact list");
        page.navigate("/do-not-contact");
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("@" + weary)))
                .containsText("They asked for no more messages");
        assertThat(arrived(account, weary)).isEmpty();
        assertThat(others.stream().filter(other -> !other.equals(weary)))
                .allSatisfy(other -> assertThat(arrived(account, other)).containsExactly("We are open, " + other));
    }

    private void limitMessages(int most) {
        var limits = "{'limits':[{'action':'message','per_hour':%d,'per_day':%d}]}".formatted(most, most);
        var set = parley.admin().put("/api/admin/limits/" + alma.get("/api/me").field("id"), json(limits));
        assertThat(set.status()).as(set.text()).isEqualTo(200);
    }

    @Test
    void nobody_is_kept_from_using_the_pages() {
        var paths = pagesWithSomethingOnThem();
        var page = browser.pageToInspect(parley.uri("/").toString());
        signIn(page, reader, TestingParley.PASSWORD, "/inbox");
        shows(page, "Inbox");
        for (var path : paths) {
            Inspection.passes(page, path);
        }
    }

    /** One that fails, with what it was told. */
    private String webhook() {
        return parley.database()
                .owner()
                .sql("""
                with workspace as (select id from workspaces where personal_of = (select id from users where username = :reader)),
                    known as (select id::text from alert_webhooks where workspace_id = (select id from workspace)),
                    added as (
                        insert into alert_webhooks (id, workspace_id, url, secret_encrypted, created_at, failing_since)
                        select gen_random_uuid(), id, 'https://' || repeat('long-', 10) || '.example.org/', '', now(), now()
                        from workspace where not exists (select from known)
                        returning id, workspace_id),
                    told as (
                        insert into alert_deliveries (
                            id, workspace_id, webhook_id, event, body, state, attempts, due_at, created_at, answer_status, answer, trouble)
                        select gen_random_uuid(), workspace_id, id, 'account.session_lost', '{}', 'failed', 9, now(), now(), 500,
                            repeat('no ', 300), 'The answer says that it was not taken.'
                        from added)
                select id from known union select id::text from added
                """)
                .param("reader", reader)
                .query(String.class)
                .single();
    }

    private List<String> pagesWithSomethingOnThem() {
        var stranger = instagram.people().stream()
                .filter(person -> !person.deleted())
                .findFirst()
                .orElseThrow()
                .username();
        instagram.write(friend, account, "Hello");
        sync();
        var conversation = only().path("id").asString();
        instagram.write(stranger, account, "https://example.org/" + "long/".repeat(40));
        sync();
        var request = conversations("?request=true").getFirst().path("id").asString();
        alma.post(ANSWERS, json("{'title':'Opening hours','content':'Hello {name}, we open at nine.'}"));
        alma.put("/api/people/" + friend + "/labels/regulars", "{}");
        alma.post("/api/people/" + friend + "/notes", json("{'text':'Calls on Sundays'}"));
        alma.put("/api/do-not-contact/somebody.else", json("{'note':'Asked by telephone'}"));
        var order = "{'username':'%s','recipient':'%s','content':'Later','send_at':'%s'}";
        var scheduled = alma.post(
                        "/api/messages/send",
                        json(order.formatted(account, friend, Instant.now().plus(Duration.ofDays(1)))))
                .field("id");
        instagram.script(ScriptedFault.of(Call.SEND, Fault.MESSAGES_REFUSED)
                .forAccount(account)
                .times(1));
        var failed = alma.post(CONVERSATIONS + "/" + conversation + "/messages", json("{'content':'Hm'}"))
                .field("id");
        var mailing = alma.post(
                        "/api/bot/actions/send-messages",
                        json("{'recipients':[{'username':'%s'},{'username':'never.wrote'}],'content':'Hello'}"
                                .formatted(friend)))
                .field("id");
        return List.of(
                "/alerts",
                "/alerts/rules/new",
                "/alerts/webhooks/" + webhook(),
                "/alerts/webhooks/" + webhook() + "/removal",
                "/inbox",
                "/inbox?q=nothing+like+it",
                "/inbox/" + conversation,
                "/inbox/" + request,
                "/inbox/answers",
                "/messages",
                "/messages?q=nothing+like+it",
                "/messages/new",
                "/messages/" + scheduled,
                "/messages/" + failed,
                "/mailings",
                "/mailings/new",
                "/mailings/" + mailing,
                "/people",
                "/people/" + friend,
                "/people/" + friend + "/erasure",
                "/do-not-contact",
                "/accounts/" + accountId(account));
    }

    @Test
    void the_keyboard_is_enough_and_scripts_are_not_needed() {
        instagram.write(friend, account, "Are you there?");
        sync();
        var page = browser.pageWithoutScripts(parley.uri("/").toString());
        signIn(page, reader, TestingParley.PASSWORD, "/inbox");
        tabTo(page, page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("@" + friend))));
        page.keyboard().press("Enter");
        shows(page, "Are you there?");
        tabTo(page, page.getByLabel("Your answer"));
        page.keyboard().type("I am");
        page.keyboard().press("Tab");
        assertThat(button(page, "Send")).isFocused();
        page.keyboard().press("Enter");
        shows(page, "I am");

        page.navigate("/mailings/new");
        tabTo(page, field(page, "To"));
        page.keyboard().type(friend);
        page.keyboard().press("Tab");
        assertThat(field(page, "Text")).isFocused();
        page.keyboard().type("Good morning, {username}");
        tabTo(page, button(page, "Preview"));
        page.keyboard().press("Enter");
        shows(page, "Good morning, " + friend);
        tabTo(page, button(page, "Send to all"));
        page.keyboard().press("Enter");
        shows(page, "Bot stopped");
        tabTo(page, button(page, "Cancel what is not sent yet"));
        page.keyboard().press("Enter");
        shows(page, "1 cancelled");
        assertThat(arrived(account, friend)).containsExactly("I am");
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    @Test
    void another_workspace_sees_nothing_of_it() {
        instagram.write(friend, account, "Between us");
        sync();
        var path = CONVERSATIONS + "/" + only().path("id").asString();
        var tomas = parley.person("other" + people++);
        assertThat(tomas.get(CONVERSATIONS).body().path("items")).isEmpty();
        assertThat(tomas.get(path).error()).isEqualTo("CONVERSATION_NOT_FOUND");
        assertThat(tomas.get(path + "/messages").error()).isEqualTo("CONVERSATION_NOT_FOUND");
        for (var move : List.of("seen", "unseen", "accept", "decline")) {
            assertThat(tomas.post(path + "/" + move).error()).isEqualTo("CONVERSATION_NOT_FOUND");
        }
        assertThat(tomas.post(path + "/messages", json("{'content':'x'}")).error())
                .isEqualTo("CONVERSATION_NOT_FOUND");
    }

    @Test
    void whoever_was_erased_does_not_come_back_until_they_write_anew() {
        instagram.write(friend, account, "My secret");
        sync();
        assertThat(alma.delete("/api/people/" + friend).status()).isEqualTo(204);
        assertThat(conversations("")).isEmpty();
        erasedBy(instagram.now());
        sync();
        assertThat(conversations("")).isEmpty();
        assertThat(alma.get("/api/people/" + friend).error()).isEqualTo("PERSON_NOT_FOUND");
        alma.delete("/api/do-not-contact/" + friend);
        sync();
        assertThat(conversations("")).isEmpty();
        instagram.advance(Duration.ofSeconds(1));
        instagram.write(friend, account, "It is me again");
        sync();
        assertThat(said(only())).containsExactly("It is me again");
        sync();
        assertThat(said(only())).hasSize(1);
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
    void a_reading_that_fails_loses_nothing() {
        instagram.write(friend, account, "Hello");
        instagram.script(ScriptedFault.of(Call.THREADS, Fault.TRUNCATE)
                .forAccount(account)
                .times(1));
        alma.post(CONVERSATIONS + "/sync");
        await().atMost(PATIENCE).untilAsserted(() -> {
            sync();
            assertThat(said(only())).containsExactly("Hello");
        });
    }

    @Test
    void what_was_edited_or_unsent_is_so_here_too_and_is_told_of_once() {
        var typo = instagram.write(friend, account, "Helo");
        instagram.advance(Duration.ofSeconds(1));
        var regret = instagram.write(friend, account, "I hate blue");
        sync();
        instagram.edit(typo, "Hello");
        instagram.unsend(regret);
        instagram.advance(Duration.ofSeconds(1));
        instagram.write(friend, account, "Still there?");
        sync();
        sync();
        assertThat(said(only())).containsExactly("Still there?", "", "Hello");
        var messages = messages(only());
        assertThat(messages.get(1).path("unsent_at").asString()).isNotEmpty();
        assertThat(messages.get(2).path("edited_at").asString()).isNotEmpty();
        assertThat(messages.toString()).doesNotContain("hate", "Helo\"");
        assertThat(receivedActivities()).isEqualTo(1);
    }

    @Test
    void what_came_while_the_server_was_down_is_caught_up_with_once() {
        instagram.write(friend, account, "Before");
        sync();
        var name = "reader" + (people - 1);
        parley.stop();
        var wrong = instagram.write(friend, account, "While you were out");
        instagram.write(friend, account, "Second");
        var gone = instagram.write(friend, account, "Never mind");
        instagram.edit(wrong, "While you were away");
        instagram.unsend(gone);
        parley.startAgain();
        alma = parley.as(name, TestingParley.PASSWORD);
        sync();
        sync();
        assertThat(said(only())).containsExactly("Second", "While you were away", "Before");
        assertThat(receivedActivities()).isEqualTo(2);
    }

    @Test
    void conversations_are_found_by_words_of_names_and_of_whatever_was_said() {
        var other = instagram.makeAccounts("courier", 1).getFirst().account().username();
        instagram.write(friend, account, "Is the Übergröße there?");
        instagram.write(friend, account, "Never mind");
        instagram.write(other, account, "Your parcel");
        sync();
        assertThat(conversations("?q=%C3%9Cbergr")).hasSize(1);
        assertThat(conversations("?q=courier")).hasSize(1);
        assertThat(conversations("?q=parcel+is")).isEmpty();
        assertThat(conversations("?q=%26+%7C+!")).isEmpty();
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
        assertThat(parley.person("other" + people++).delete(path).error()).isEqualTo("CANNED_ANSWER_NOT_FOUND");
        instagram.write(friend, account, "When do you open?");
        sync();
        var visitor = parley.visitor("reader" + (people - 2));
        var page = "/inbox/" + only().path("id").asString();
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
        sync();
        assertThat(conversations("?request=true")).hasSize(1);
        var visitor = parley.visitor("reader" + (people - 1));
        var page = "/inbox/" + only().path("id").asString();
        assertThat(visitor.get(page).words()).contains("Decline the request of @" + stranger);
        assertThat(visitor.submit(page + "/refusal").location()).isEqualTo("/inbox");
        assertThat(conversations("")).isEmpty();
        sync();
        assertThat(conversations("")).isEmpty();
    }

    @Test
    void what_instagram_tells_by_itself_is_there_at_once_and_once() {
        var official = connectOfficially();
        var callback = new Callback(parley.uri(WEBHOOKS).toString(), VERIFY_TOKEN, Set.copyOf(Callback.FIELDS));
        instagram.dashboard().callback(callback);
        instagram.write(friend, official, "Hello 🌅");
        conversationWith(official, Set.of("Hello 🌅"));
        instagram.write(friend, official, "Second");
        var both = conversationWith(official, Set.of("Second", "Hello 🌅"));
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
        syncOf(official);
        assertThat(receivedActivities()).isEqualTo(2);

        var mids = messages(both).stream()
                .collect(Collectors.toMap(
                        message -> message.path("content").asString(),
                        message -> message.path("instagram_id").asString()));
        tell(
                official,
                "message_edit",
                "message_edit",
                "{'mid':'%s','text':'Good day','num_edit':1}".formatted(mids.get("Hello 🌅")));
        tell(official, "messages", "message", "{'mid':'%s','is_deleted':true}".formatted(mids.get("Second")));
        conversationWith(official, Set.of("", "Good day"));
        syncOf(official);
        assertThat(said(both)).containsExactlyInAnyOrder("", "Good day");
        assertThat(receivedActivities()).isEqualTo(2);
    }

    @Test
    void webhooks_are_agreed_on_by_their_token_and_of_unknown_accounts_nothing_is_kept() {
        var asked = "?hub.mode=subscribe&hub.challenge=42abc&hub.verify_token=";
        assertThat(parley.api().get(WEBHOOKS + asked + VERIFY_TOKEN).text()).isEqualTo("42abc");
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

    private String connectOfficially() {
        var official =
                instagram.makeAccounts("official", 1).getFirst().account().username();
        var begun = alma.post("/api/bot/login", json("{'username':'%s','driver':'graph'}".formatted(official)));
        var page = new ConsentPage(URI.create(begun.field("verification", "page")));
        var brought = ConsentPage.parameters(page.allow(official)).entrySet().stream()
                .map(parameter -> "'%s':'%s'".formatted(parameter.getKey(), parameter.getValue()))
                .collect(Collectors.joining(","));
        var connected = alma.post(
                "/api/bot/verify/authorization",
                json("{'verification_id':'%s','brought_back':{%s}}"
                        .formatted(begun.field("verification", "id"), brought)));
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> !alma.get("/api/activity?action=subscribe-events")
                        .body()
                        .path("items")
                        .isEmpty());
        syncOf(official);
        return official;
    }

    private void syncOf(String username) {
        var body = json("{'account_id':'%s'}".formatted(accountId(username)));
        assertThat(alma.post(CONVERSATIONS + "/sync", body).status()).isEqualTo(204);
    }

    private String accountId(String username) {
        return alma.get("/api/accounts")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("username").asString().equals(username))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode conversationWith(String username, Set<String> expected) {
        var query = "?account_id=" + accountId(username);
        await().atMost(PATIENCE).until(() -> {
            var found = conversations(query);
            return !found.isEmpty() && expected.equals(Set.copyOf(said(found.getFirst())));
        });
        return conversations(query).getFirst();
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

    private int receivedActivities() {
        return alma.get("/api/activity?action=message-received&limit=200")
                .body()
                .path("items")
                .size();
    }

    private void sync() {
        assertThat(alma.post(CONVERSATIONS + "/sync").status()).isEqualTo(204);
    }

    private JsonNode only() {
        var all = conversations("");
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<JsonNode> conversations(String query) {
        return alma.get(CONVERSATIONS + query)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<String> said(JsonNode conversation) {
        return messages(conversation).stream()
                .map(message -> message.path("content").asString())
                .toList();
    }

    private List<JsonNode> messages(JsonNode conversation) {
        return alma.get(CONVERSATIONS + "/" + conversation.path("id").asString() + "/messages?limit=200")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }
}
