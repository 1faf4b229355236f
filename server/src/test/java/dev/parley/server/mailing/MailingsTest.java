package dev.parley.server.mailing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.server.testing.Hands.fill;
import static dev.parley.server.testing.Hands.press;
import static dev.parley.server.testing.Hands.shows;
import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.sandbox.SandboxServer;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingBrowser;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingTalks;
import dev.parley.server.testing.TestingVisitor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONVERSATIONS = "/api/conversations";

    @RegisterExtension
    static final TestingTalks talks = TestingTalks.start();

    @RegisterExtension
    static final TestingBrowser browser = new TestingBrowser();

    private static final SandboxServer instagram = talks.instagram();
    private static final TestingParley parley = talks.parley();

    private final TestingApi alma = talks.api();
    private final String reader = talks.reader();
    private final String account = talks.account();
    private final String friend = talks.friend();

    @Test
    void one_text_goes_to_all_who_wrote_first_and_tells_why_others_are_left_out() {
        var others = instagram.makeAccounts("many", 3).stream()
                .map(session -> session.account().username())
                .toList();
        others.forEach(other -> instagram.write(other, account, "Hi"));
        talks.sync();
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
        assertThat(talks.somebodyElse().get(path).error()).isEqualTo("MAILING_NOT_FOUND");
    }

    @Test
    void people_of_a_label_are_found_in_the_inbox_and_written_to_together() {
        var other = instagram.makeAccounts("unlabelled", 1).getFirst().account().username();
        instagram.write(friend, account, "Hi");
        instagram.write(other, account, "Hi");
        talks.sync();
        assertThat(alma.put("/api/people/" + friend + "/labels/VIP", "").status())
                .isEqualTo(204);
        assertThat(talks.conversations("?label=vip").stream()
                        .map(one -> one.path("person").asString()))
                .containsExactly(friend);
        assertThat(talks.conversations("?label=nobodys")).isEmpty();
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
        var from = talks.accountId(account);
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
        talks.sync();
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
        talks.sync();
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
        talks.sync();
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
        talks.sync();
        var page = talks.signedIn(browser, "/mailings/new");
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
    void whoever_asks_for_no_more_half_way_gets_no_more_and_all_others_do() {
        var others = instagram.makeAccounts("subscribes", 4).stream()
                .map(session -> session.account().username())
                .toList();
        others.forEach(other -> instagram.write(other, account, "Hi"));
        talks.sync();
        limitMessages(2);
        alma.post("/api/bot/start");
        var page = talks.signedIn(browser, "/mailings/new");
        fill(page, "To", String.join("\n", others));
        fill(page, "Text", "We are open, {username}");
        press(page, "Send to all");
        shows(page, "2 sent, 2 to go");
        var weary = others.stream()
                .filter(other -> talks.arrived(account, other).isEmpty())
                .findFirst()
                .orElseThrow();
        instagram.write(weary, account, "Stop");
        talks.sync();
        limitMessages(100);
        shows(page, "3 sent, 0 to go");
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("@" + weary)))
                .containsText("do-not-contact list");
        page.navigate("/do-not-contact");
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("@" + weary)))
                .containsText("They asked for no more messages");
        assertThat(talks.arrived(account, weary)).isEmpty();
        assertThat(others.stream().filter(other -> !other.equals(weary)))
                .allSatisfy(
                        other -> assertThat(talks.arrived(account, other)).containsExactly("We are open, " + other));
    }

    private void limitMessages(int most) {
        var limits = "{'limits':[{'action':'message','per_hour':%d,'per_day':%d}]}".formatted(most, most);
        var set = parley.admin().put("/api/admin/limits/" + alma.get("/api/me").field("id"), json(limits));
        assertThat(set.status()).as(set.text()).isEqualTo(200);
    }
}
