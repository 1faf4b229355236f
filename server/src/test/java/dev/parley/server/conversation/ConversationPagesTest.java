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

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.official.Callback;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.testing.Inspection;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingBrowser;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingTalks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConversationPagesTest {

    private static final String CONVERSATIONS = "/api/conversations";
    private static final String ANSWERS = "/api/canned-answers";
    private static final String WEBHOOKS = "/api/webhooks/instagram";

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
    void on_the_pages_a_conversation_is_read_and_answered_while_the_other_side_writes() {
        instagram.write(friend, account, "Is it still there?");
        talks.sync();
        var page = talks.signedIn(browser, "/inbox");
        shows(page, "Is it still there?");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("@" + friend)))
                .click();
        shows(page, "Is it still there?");
        fill(page, "Your answer", "Yes, come by!");
        press(page, "Send");
        shows(page, "Yes, come by!");
        instagram.write(friend, account, "On my way");
        talks.sync();
        shows(page, "On my way");
        press(page, "Mark as read");
        shows(page, "Mark as unread");
        press(page, "Look after it");
        shows(page, "looked after by " + reader);
    }

    @Test
    void a_conversation_is_answered_from_both_sides_and_goes_on_by_itself() {
        var official = talks.connectOfficially();
        instagram
                .dashboard()
                .callback(new Callback(
                        parley.uri(WEBHOOKS).toString(), TestingTalks.VERIFY_TOKEN, Set.copyOf(Callback.FIELDS)));
        var theirs = onInstagram(friend, "/" + official + "/");
        press(theirs, "Message");
        say(theirs, "Do you have it in blue?");
        var ours = talks.signedIn(browser, "/inbox?account=" + talks.accountId(official));
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
        assertThat(talks.arrived(official, friend)).containsExactly("Yes, come by!");
        assertThat(talks.arrived(friend, official)).containsExactly("Do you have it in blue?", "On my way");
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

    @Test
    void every_page_says_how_many_conversations_are_unread_and_goes_on_saying_it() {
        assertThat(parley.visitor(reader).get("/people").words()).doesNotContain("unread");
        instagram.write(friend, account, "Hi");
        talks.sync();
        assertThat(parley.visitor(reader).get("/people").words()).contains("Inbox 1 1 unread Messages");
        var page = talks.signedIn(browser, "/people");
        assertThat(inbox(page)).hasAccessibleName("Inbox 1 unread");
        var other = instagram.makeAccounts("another", 1).getFirst().account().username();
        instagram.write(other, account, "Hello");
        talks.sync();
        assertThat(inbox(page)).hasAccessibleName("Inbox 2 unread");
        talks.conversations("")
                .forEach(one -> alma.post(CONVERSATIONS + "/" + one.path("id").asString() + "/seen"));
        assertThat(inbox(page)).hasAccessibleName("Inbox");
    }

    private static Locator inbox(Page page) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Inbox"));
    }

    @Test
    void the_keyboard_is_enough_and_scripts_are_not_needed() {
        instagram.write(friend, account, "Are you there?");
        talks.sync();
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
        assertThat(talks.arrived(account, friend)).containsExactly("I am");
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
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

    private List<String> pagesWithSomethingOnThem() {
        var stranger = instagram.people().stream()
                .filter(person -> !person.deleted())
                .findFirst()
                .orElseThrow()
                .username();
        instagram.write(friend, account, "Hello");
        talks.sync();
        var conversation = talks.only().path("id").asString();
        instagram.write(stranger, account, "https://example.org/" + "long/".repeat(40));
        talks.sync();
        var request = talks.conversations("?request=true").getFirst().path("id").asString();
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
                "/accounts/" + talks.accountId(account));
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
}
