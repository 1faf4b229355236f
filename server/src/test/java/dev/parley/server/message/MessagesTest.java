package dev.parley.server.message;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.server.testing.Hands.exactly;
import static dev.parley.server.testing.Hands.fill;
import static dev.parley.server.testing.Hands.follow;
import static dev.parley.server.testing.Hands.isAt;
import static dev.parley.server.testing.Hands.press;
import static dev.parley.server.testing.Hands.shows;
import static dev.parley.server.testing.Hands.signIn;
import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingBrowser;
import dev.parley.server.testing.TestingParley;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SEND = "/api/messages/send";

    private static final SandboxServer instagram = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of(
            "parley.sandbox-url", instagram.baseUrl(),
            "parley.bot.divisor", "0",
            "parley.account.call-deadline", "15s"));

    @RegisterExtension
    static final TestingBrowser browser = new TestingBrowser();

    private static final String IS_ON_PAGE = "element => element.isConnected";

    private static int people;

    private TestingApi alma = parley.api();
    private String writer = "";
    private String sender = "";
    private String recipient = "";

    @BeforeEach
    void somebody_new_with_an_account() {
        writer = "writer" + people++;
        alma = parley.person(writer);
        var accounts = instagram.makeAccounts("writes", 2);
        sender = accounts.get(0).account().username();
        recipient = accounts.get(1).account().username();
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
    void a_message_is_sent_though_the_bot_is_not_started_and_is_in_the_history() {
        connect();
        var sent = send("Hello there");
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(sent.field("status")).isEqualTo("sent");
        assertThat(sent.field("recipient")).isEqualTo(recipient);
        assertThat(sent.field("sent_at")).isNotEmpty();
        assertThat(received()).containsExactly("Hello there");
        var history = history("");
        assertThat(history).containsExactly(sent.field("id"));
        assertThat(alma.get("/api/messages/" + sent.field("id")).field("content"))
                .isEqualTo("Hello there");
    }

    @Test
    void without_a_session_it_is_refused_and_the_attempt_is_kept() {
        var unknown = send("Hello");
        assertThat(unknown.status()).isEqualTo(409);
        assertThat(unknown.error()).isEqualTo("SESSION_INVALID");
        connect();
        alma.post("/api/bot/logout");
        var refused = send("Hello");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("SESSION_INVALID");
        assertThat(history("?status=failed")).containsExactly(refused.field("id"));
        assertThat(received()).isEmpty();
    }

    @Test
    void with_a_password_the_session_is_reused_or_made_and_a_wrong_one_is_refused() {
        var wrong = alma.post("/api/messages/send-with-auth", withPassword("wrong-pass", "No"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.error()).isEqualTo("INSTAGRAM_CREDENTIALS_REFUSED");
        assertThat(alma.post("/api/messages/send-with-auth", withPassword("sandbox-pass", "One"))
                        .status())
                .isEqualTo(200);
        assertThat(alma.post("/api/messages/send-with-auth", withPassword("sandbox-pass", "Two"))
                        .status())
                .isEqualTo(200);
        var again = alma.post("/api/messages/send-with-auth", withPassword("wrong-pass", "No"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(send("Three").status()).isEqualTo(200);
        assertThat(received()).containsExactly("One", "Two", "Three");
        assertThat(instagram.logins(sender).stream()
                        .filter(login -> login.outcome().equals("signed_in")))
                .hasSize(1);
    }

    private String withPassword(String password, String text) {
        return json("{'username':'%s','password':'%s','recipient':'%s','content':'%s'}"
                .formatted(sender, password, recipient, text));
    }

    @Test
    void who_is_not_there_is_told_of_with_a_code_of_its_own() {
        connect();
        recipient = "nobody.of.this.name";
        var refused = send("Hello");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.error()).isEqualTo("RECIPIENT_NOT_FOUND");
        assertThat(alma.get("/api/messages/" + refused.field("id")).field("error", "error_code"))
                .isEqualTo("E-DM-W-0005");
    }

    @Test
    void a_conversation_goes_on_without_asking_who_that_is() {
        connect();
        assertThat(send("One").status()).isEqualTo(200);
        instagram.script(ScriptedFault.of(Call.USER, Fault.USER_NOT_FOUND).forAccount(sender));
        assertThat(send("Two").status()).isEqualTo(200);
        assertThat(received()).containsExactly("One", "Two");
    }

    @Test
    void the_same_key_sends_once_and_refuses_another_message() {
        connect();
        var withKey = alma.with("Idempotency-Key", "order-" + sender);
        var first = withKey.post(SEND, body("Your order has left"));
        var again = withKey.post(SEND, body("Your order has left"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.field("id")).isEqualTo(first.field("id"));
        var other = withKey.post(SEND, body("Something else"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.error()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(received()).containsExactly("Your order has left");
    }

    @Test
    void the_same_key_at_the_same_moment_sends_once() throws InterruptedException {
        connect();
        var withKey = alma.with("Idempotency-Key", "at-once-" + sender);
        List<Callable<String>> calls = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(
                        n -> () -> withKey.post(SEND, body("Only once")).field("id"))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(calls).stream().map(Future::resultNow).distinct())
                    .hasSize(1);
        }
        assertThat(received()).containsExactly("Only once");
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 1"})
    void without_an_answer_the_conversation_is_looked_into(boolean afterTheEffect, int received) {
        connect();
        var drop = ScriptedFault.of(Call.SEND, Fault.DROP).forAccount(sender).times(1);
        instagram.script(afterTheEffect ? drop.afterTheEffect() : drop);
        var sent = send("Did it arrive?");
        assertThat(sent.field("status")).isEqualTo("sent");
        assertThat(received()).hasSize(received);
    }

    @Test
    void what_nobody_can_tell_is_unconfirmed_until_somebody_looks() {
        connect();
        instagram.script(ScriptedFault.of(Call.SEND, Fault.DROP)
                .forAccount(sender)
                .times(1)
                .afterTheEffect());
        instagram.script(ScriptedFault.of(Call.THREADS, Fault.SERVER_ERROR).forAccount(sender));
        instagram.script(ScriptedFault.of(Call.THREAD, Fault.SERVER_ERROR).forAccount(sender));
        var unclear = send("Are you there?");
        assertThat(unclear.error()).isEqualTo("ACTION_UNCONFIRMED");
        var message = "/api/messages/" + unclear.field("id");
        var retried = alma.post(message + "/retry");
        assertThat(retried.status()).isEqualTo(409);
        assertThat(retried.field("state")).isEqualTo("unconfirmed");
        instagram.clearScript();
        assertThat(alma.post(message + "/look").field("status")).isEqualTo("sent");
        assertThat(received()).containsExactly("Are you there?");
        assertThat(alma.post(message + "/look").error()).isEqualTo("MESSAGE_ENDED");
    }

    @Test
    void a_person_may_settle_by_themselves_what_nobody_can_tell() {
        connect();
        instagram.script(
                ScriptedFault.of(Call.SEND, Fault.DROP).forAccount(sender).times(1));
        instagram.script(ScriptedFault.of(Call.THREADS, Fault.SERVER_ERROR).forAccount(sender));
        var message = "/api/messages/" + send("Hm").field("id");
        assertThat(alma.get(message).field("status")).isEqualTo("unconfirmed");
        instagram.clearScript();
        var decided = alma.post(message + "/decide", json("{'sent':false}"));
        assertThat(decided.field("status")).isEqualTo("failed");
        assertThat(decided.field("error", "error")).isEqualTo("MESSAGE_NOT_ARRIVED");
        alma.post(message + "/retry");
        when(message, answer -> answer.field("status").equals("sent"));
        assertThat(received()).containsExactly("Hm");
    }

    @Test
    void a_message_for_later_waits_can_be_changed_and_cancelled() {
        connect();
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        var scheduled = alma.post(
                SEND,
                json("{'username':'%s','recipient':'%s','content':'Later','send_at':'%s'}"
                        .formatted(sender, recipient, tomorrow)));
        assertThat(scheduled.status()).isEqualTo(202);
        assertThat(scheduled.field("status")).isEqualTo("queued");
        assertThat(scheduled.field("reason")).isEqualTo("SCHEDULED");
        var message = "/api/messages/" + scheduled.field("id");
        var changed = alma.patch(message, json("{'content':'Much later'}"));
        assertThat(changed.field("content")).isEqualTo("Much later");
        assertThat(changed.field("resumes_at")).startsWith(tomorrow.toString().substring(0, 16));
        assertThat(alma.post(message + "/cancel").field("status")).isEqualTo("cancelled");
        assertThat(alma.post(message + "/cancel").field("status")).isEqualTo("cancelled");
        assertThat(alma.patch(message, json("{'content':'No'}")).error()).isEqualTo("MESSAGE_ENDED");
        assertThat(received()).isEmpty();
        alma.patch(message, json("{}"));
        alma.post(message + "/retry");
        assertThat(alma.get(message).field("status")).isEqualTo("queued");
    }

    @Test
    void a_message_that_waits_is_changed_on_its_page_without_scripts() {
        connect();
        var tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        var id = sendLater(tomorrow);
        var page = browser.pageWithoutScripts(parley.uri("/").toString());
        signIn(page, writer, TestingParley.PASSWORD, "/messages/" + id);
        follow(page, "Change the message");
        fill(page, "Message", "Later, perhaps");
        press(page, "Change it");
        shows(page, "Later, perhaps");
        assertThat(alma.get("/api/messages/" + id).field("send_at")).startsWith(tomorrow.substring(0, 22));
        follow(page, "Change the message");
        fill(page, "Message", " ");
        press(page, "Change it");
        shows(page, "must not be empty");
        fill(page, "Message", "Now");
        fill(page, "Send later (UTC)", "");
        press(page, "Change it");
        when("/api/messages/" + id, answer -> answer.field("status").equals("sent"));
        assertThat(received()).containsExactly("Now");
        page.navigate("/messages/" + id + "/revision");
        shows(page, "can't be changed any more");
    }

    @Test
    void a_message_for_later_is_sent_when_its_time_has_come() {
        connect();
        var scheduled = alma.post(
                SEND,
                json("{'username':'%s','recipient':'%s','content':'Soon','send_at':'%s'}"
                        .formatted(sender, recipient, Instant.now().plusSeconds(2))));
        when(
                "/api/messages/" + scheduled.field("id"),
                answer -> answer.field("status").equals("sent"));
        assertThat(received()).containsExactly("Soon");
    }

    @Test
    void the_history_is_filtered_paged_and_exported() {
        connect();
        var hello = send("Hello world").field("id");
        var question = send("What about tomorrow?").field("id");
        var other = instagram.makeAccounts("reads", 1).getFirst().account().username();
        recipient = other;
        var third = send("A third, =SUM(A1)").field("id");
        assertThat(history("")).containsExactly(third, question, hello);
        assertThat(history("?q=tomo")).containsExactly(question);
        assertThat(history("?q=WORLD+hel")).containsExactly(hello);
        assertThat(history("?q=%3F%21")).isEmpty();
        assertThat(history("?recipient=@" + other)).containsExactly(third);
        assertThat(history("?status=sent&recipient=" + other)).containsExactly(third);
        assertThat(history("?status=queued")).isEmpty();
        assertThat(history("?status=sending")).isEmpty();
        assertThat(history("?status=sending&q=hello")).isEmpty();
        assertThat(history("?from=2100-01-01T00:00:00Z")).isEmpty();
        assertThat(history("?to=2100-01-01T00:00:00Z&q=hello")).containsExactly(hello);
        var first = alma.get(historyPath("?limit=2"));
        assertThat(ids(first)).containsExactly(third, question);
        assertThat(ids(alma.get(historyPath("?limit=2&cursor=" + first.field("next_cursor")))))
                .containsExactly(hello);
        assertThat(ids(alma.get("/api/messages?q=third"))).containsExactly(third);
        var csv = alma.with("Accept", "text/csv").get(historyPath(""));
        assertThat(csv.text().lines()).hasSize(4);
        var lines = alma.with("Accept", "application/x-ndjson").get(historyPath("?q=hello"));
        assertThat(lines.text().lines()).singleElement().asString().contains(hello);
    }

    @Test
    void first_contacts_have_a_low_limit_and_messages_to_the_others_go_on() {
        connect();
        limitFirstContacts(1);
        var known = recipient;
        send("Hello");
        recipient = instagram.makeAccounts("second", 1).getFirst().account().username();
        assertThat(waitsForALimit("First").field("resumes_at")).isNotEmpty();
        var second = waitsForALimit("And more");
        recipient = known;
        assertThat(send("Hello again").field("status")).isEqualTo("sent");
        limitFirstContacts(2);
        whenSent(second);
        assertThat(received()).containsExactly("Hello", "Hello again", "First", "And more");
    }

    @Test
    void a_contact_that_is_called_off_leaves_its_place_to_the_message_behind_it() {
        connect();
        limitFirstContacts(1);
        send("Hello");
        recipient = instagram.makeAccounts("second", 1).getFirst().account().username();
        var first = waitsForALimit("First");
        var behind = waitsForALimit("And more");

        assertThat(alma.post("/api/messages/" + first.field("id") + "/cancel").field("status"))
                .isEqualTo("cancelled");
        limitFirstContacts(2);
        whenSent(behind);
        recipient = instagram.makeAccounts("third", 1).getFirst().account().username();
        waitsForALimit("Third");

        assertThat(received()).containsExactly("Hello", "And more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'recipient':'maria','content':'x'} | username",
                "{'username':'SENDER','content':'x'} | recipient",
                "{'username':'SENDER','recipient':'maria'} | content",
                "{'username':'SENDER','recipient':'maria','content':'   '} | content",
                "{'username':'SENDER','recipient':'not a name','content':'x'} | recipient",
                "{'username':'SENDER','recipient':'SENDER','content':'x'} | recipient",
                "{'username':'SENDER','recipient':'maria','content':'LONG'} | content",
                "{'username':'SENDER','recipient':'maria','content':'x','wait_s':-1} | wait_s",
                "{'username':'SENDER','recipient':'maria','content':'x','send_at':'2999-01-01T00:00:00Z'} | send_at",
                "{'username':'SENDER','recipient':'maria','image_url':'ftp://x'} | image_url",
                "{'username':'SENDER','recipient':'maria','content':'x','image_url':'https://example.org/a.jpg'} | content",
            })
    void what_can_be_no_message_is_refused_and_not_kept(String body, String field) {
        connect();
        var refused = alma.post(SEND, json(body).replace("SENDER", sender).replace("LONG", "ü".repeat(1001)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").get(0).path("field").asString())
                .isEqualTo(field);
        assertThat(history("")).isEmpty();
    }

    @Test
    void another_workspaces_message_is_not_there() {
        connect();
        var message = "/api/messages/" + send("Private").field("id");
        var tomas = parley.person("other" + people++);
        assertThat(tomas.get(message).error()).isEqualTo("MESSAGE_NOT_FOUND");
        for (var move : List.of("cancel", "retry", "look")) {
            assertThat(tomas.post(message + "/" + move).error()).isEqualTo("MESSAGE_NOT_FOUND");
        }
        assertThat(tomas.get("/api/messages").body().path("items")).isEmpty();
        assertThat(tomas.get("/api/messages?q=private").body().path("items")).isEmpty();
        assertThat(tomas.get(historyPath("")).error()).isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(alma.get("/api/messages/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(alma.get("/api/messages?status=lost").status()).isEqualTo(400);
    }

    @Test
    void on_the_pages_a_message_is_written_sent_and_found_again() {
        connect();
        var page = signedIn("/messages");
        follow(page, "Write the first one");
        fill(page, "To", recipient);
        fill(page, "Message", "Hello from a page\nof two lines");
        shows(page, "@" + recipient + " can be written to");
        shows(page, "You have never spoken");
        shows(page, "30 of 1000 characters.");
        press(page, "Send");
        shows(page, "Hello from a page");
        assertThat(exactly(page, "Sent").first()).isVisible();
        assertThat(received()).containsExactly("Hello from a page\nof two lines");
        follow(page, "All messages");
        fill(page, "Words", "nothing like it");
        press(page, "Filter");
        shows(page, "No message is like that");
        follow(page, "Show all messages");
        shows(page, "Hello from a page");
    }

    @Test
    void on_the_pages_a_message_for_later_is_cancelled_and_one_that_failed_is_tried_again() {
        connect();
        var page = signedIn("/messages/new");
        fill(page, "To", recipient);
        fill(page, "Message", "Later");
        fill(
                page,
                "Send later (UTC)",
                LocalDateTime.now(ZoneOffset.UTC)
                        .plusDays(2)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        press(page, "Send");
        shows(page, "Scheduled");
        press(page, "Cancel the message");
        assertThat(exactly(page, "Cancelled").first()).isVisible();
        instagram.script(ScriptedFault.of(Call.SEND, Fault.MESSAGES_REFUSED)
                .forAccount(sender)
                .times(1));
        press(page, "Try again");
        page.navigate("/messages/new");
        fill(page, "To", recipient);
        fill(page, "Message", "Not now");
        press(page, "Send");
        shows(page, "The person takes no messages");
        press(page, "Try again");
        assertThat(exactly(page, "Sent").first()).isVisible();
        assertThat(received()).containsExactly("Not now");
    }

    @Test
    void on_the_pages_somebody_settles_what_nobody_can_tell_without_scripts() {
        connect();
        instagram.script(ScriptedFault.of(Call.SEND, Fault.DROP)
                .forAccount(sender)
                .times(1)
                .afterTheEffect());
        instagram.script(ScriptedFault.of(Call.THREADS, Fault.SERVER_ERROR).forAccount(sender));
        var id = send("Did you get it?").field("id");
        instagram.clearScript();
        var page = browser.pageWithoutScripts(parley.uri("/").toString());
        signIn(page, writer, TestingParley.PASSWORD, "/messages/" + id);
        assertThat(exactly(page, "Unconfirmed").first()).isVisible();
        press(page, "Look into the conversation");
        assertThat(exactly(page, "Sent").first()).isVisible();
        page.navigate("/messages/new");
        fill(page, "To", "not a name");
        fill(page, "Message", "Hello");
        press(page, "Send");
        shows(page, "must be a username");
        assertThat(page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Hello");
    }

    @Test
    void what_somebody_presses_or_has_focused_outlives_a_refresh() {
        connect();
        var id = sendLater(Instant.now().plus(Duration.ofDays(1)).toString());
        var page = signedIn("/messages/" + id);
        var change = page.getByText("Change the message");
        change.focus();
        var before = change.elementHandle();
        refresh(page, "afterSettle");
        assertThat((Boolean) before.evaluate(IS_ON_PAGE)).isFalse();
        assertThat(change).isFocused();

        var pressed = change.elementHandle();
        change.hover();
        page.mouse().down();
        refresh(page, "afterRequest");
        assertThat((Boolean) pressed.evaluate(IS_ON_PAGE)).isTrue();
        page.mouse().up();
        isAt(page, "/messages/" + id + "/revision");
    }

    private String sendLater(String when) {
        return alma.post(
                        SEND,
                        json("{'username':'%s','recipient':'%s','content':'Later','send_at':'%s'}"
                                .formatted(sender, recipient, when)))
                .field("id");
    }

    /** Of the message and of how many are unread, at the same time. */
    private static void refresh(Page page, String until) {
        page.evaluate(
                "until => new Promise(over => {"
                        + "let times = 0;"
                        + "document.addEventListener('htmx:' + until, () => ++times === 2 && over());"
                        + "htmx.trigger(document.body, 'news'); htmx.trigger(document.body, 'mail'); })",
                until);
    }

    private Page signedIn(String next) {
        var page = browser.page(parley.uri("/").toString());
        signIn(page, writer, TestingParley.PASSWORD, next);
        return page;
    }

    private void limitFirstContacts(int most) {
        var set = parley.admin()
                .put(
                        "/api/admin/limits/" + alma.get("/api/me").field("id"),
                        json("{'limits':[{'action':'first_contact','per_hour':%d,'per_day':%d}]}"
                                .formatted(most, most)));
        assertThat(set.status()).as(set.text()).isEqualTo(200);
    }

    private TestingApi.Answer send(String text) {
        return alma.post(SEND, body(text));
    }

    private String body(String text) {
        return json("{'username':'%s','recipient':'%s','content':'%s'}".formatted(sender, recipient, text));
    }

    private List<String> history(String query) {
        return ids(alma.get(historyPath(query)));
    }

    private String historyPath(String query) {
        return "/api/messages/history/" + sender + query;
    }

    private static List<String> ids(TestingApi.Answer page) {
        return page.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private TestingApi.Answer when(String message, Predicate<TestingApi.Answer> condition) {
        return await().atMost(PATIENCE).until(() -> alma.get(message), condition);
    }

    private TestingApi.Answer waitsForALimit(String content) {
        var taken = alma.post(
                SEND,
                json("{'username':'%s','recipient':'%s','content':'%s','wait_s':0}"
                        .formatted(sender, recipient, content)));
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        var waits = when(
                "/api/messages/" + taken.field("id"),
                answer -> answer.field("reason").equals("QUOTA"));
        assertThat(waits.field("status")).isEqualTo("queued");
        return waits;
    }

    private void whenSent(TestingApi.Answer message) {
        when(
                "/api/messages/" + message.field("id"),
                answer -> answer.field("status").equals("sent"));
    }

    private List<String> received() {
        return instagram.messages(sender).stream()
                .filter(message -> message.timesReceived() == 1)
                .map(message -> message.text())
                .toList();
    }

    private void connect() {
        var connected =
                alma.post("/api/bot/login", json("{'username':'%s','password':'sandbox-pass'}".formatted(sender)));
        assertThat(connected.status()).isEqualTo(200);
    }
}
