package dev.parley.server.connection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.server.testing.Hands.exactly;
import static dev.parley.server.testing.Hands.fill;
import static dev.parley.server.testing.Hands.press;
import static dev.parley.server.testing.Hands.shows;
import static dev.parley.server.testing.Hands.signIn;
import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.browser.Evidence;
import dev.parley.instagram.browser.FailureRecorder;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.message.MessageTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.evidence.Screenshots;
import dev.parley.server.evidence.UnderWay;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.Inspection;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingBrowser;
import dev.parley.server.testing.TestingParley;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DriverCheckApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final SandboxServer instagram = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of("parley.sandbox-url", instagram.baseUrl()));

    @RegisterExtension
    static final TestingBrowser browser = new TestingBrowser();

    @AfterAll
    static void close() {
        instagram.close();
    }

    @Test
    void every_call_that_the_driver_offers_is_as_expected_on_the_sandbox() {
        var alma = parley.person("alma");
        var checks = "/api/accounts/" + connected(alma, "alma.plain") + "/driver-checks";

        var offered = alma.get(checks);

        assertThat(offered.field("driver")).isEqualTo("mobile");
        assertThat(offered.body().path("checks")).hasSizeGreaterThanOrEqualTo(6);
        for (var check : offered.body().path("checks")) {
            var report = alma.post(checks + "/" + check.asString(), json("{}"));
            assertThat(report.status()).as(report.text()).isEqualTo(200);
            assertThat(report.field("outcome")).as(report.text()).isEqualTo("as_expected");
            assertThat(report.text()).doesNotContain("alma");
        }
    }

    @Test
    void an_answer_that_is_not_understood_is_told_without_names_and_not_asked_for_again() {
        var tomas = parley.person("tomas");
        instagram.makeAccounts("tomas", 1);
        var checks = "/api/accounts/" + connected(tomas, "tomas.1") + "/driver-checks";
        instagram.script(ScriptedFault.of(Call.HASHTAG, Fault.NOT_JSON).times(1));

        var report = tomas.post(checks + "/hashtag", json("{}"));

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.field("outcome")).isEqualTo("BadResponse");
        assertThat(report.field("detail")).isNotEmpty();
        assertThat(report.text()).doesNotContain("tomas");
        assertThat(tomas.post(checks + "/hashtag", json("{}")).field("outcome")).isEqualTo("as_expected");
    }

    @Test
    void what_is_not_offered_not_connected_or_not_ones_own_is_not_there() {
        var chloe = parley.person("chloe");
        instagram.makeAccounts("chloe", 1);
        var account = connected(chloe, "chloe.1");

        var checks = "/api/accounts/" + account + "/driver-checks";
        assertThat(chloe.post(checks + "/publishing-quota", json("{}")).status())
                .isEqualTo(404);
        assertThat(chloe.post(checks + "/no-such-check", json("{}")).status()).isEqualTo(404);
        assertThat(chloe.get("/api/accounts/" + UUID.randomUUID() + "/driver-checks")
                        .error())
                .isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(parley.person("boris").get(checks).error()).isEqualTo("ACCOUNT_NOT_FOUND");

        chloe.post("/api/bot/logout", json("{}"));
        assertThat(chloe.post(checks + "/hashtag", json("{}")).error()).isEqualTo("SESSION_INVALID");
    }

    @Test
    void what_the_browser_saw_is_kept_where_a_call_failed_and_where_somebody_asks() {
        var owner = parley.person("browsing");
        instagram.makeAccounts("browsing", 2);
        var login = owner.post("/api/bot/login", json("""
                {'username': 'browsing.1', 'password': 'sandbox-pass', 'driver': 'browser', 'consent': true}
                """));
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        var account = "/api/accounts/" + login.field("account_id");
        assertThat(orders(owner, "follow-likers", "{'post':'B1LbfVPlwIA','amount':1}"))
                .isEqualTo("DRIVER_CANNOT");
        assertThat(orders(owner, "like-people", "{'people':['browsing.2']}")).isEqualTo("DRIVER_CANNOT");
        assertThat(orders(owner, "like-feed", "{'amount':1}")).isEqualTo("DRIVER_CANNOT");
        instagram.script(ScriptedFault.of(Call.HASHTAG, Fault.SERVER_ERROR).times(1));

        owner.post(account + "/driver-checks/hashtag", json("{}"));

        var seen = owner.get(account + "/screenshots").body().at("/items/0");
        assertThat(seen.path("call").asString()).isEqualTo("hashtag");
        assertThat(seen.path("refusal").asString()).isEqualTo("ServerError");
        assertThat(seen.path("action_id").asString()).isNotEmpty();
        assertThat(seen.path("correlation_id").asString()).isNotEmpty();
        var picture = account + "/screenshots/" + seen.path("id").asString();
        var png = owner.get(picture);
        assertThat(png.header("Content-Type")).isEqualTo("image/png");
        assertThat(png.text()).contains("PNG");
        assertThat(owner.get(picture + "/source").text()).startsWith("<body");

        var asked = owner.post(account + "/screenshots");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(owner.get(account + "/screenshots").body().path("items")).hasSize(2);
        var page = parley.visitor("browsing");
        assertThat(page.get(asked.field("page")).text()).contains("PNG");
        assertThat(page.get("/" + account.substring(5) + "/screenshots").words())
                .contains("What the browser saw for @browsing.1", "ServerError", "Look now");

        instagram.script(ScriptedFault.of(Call.SEND, Fault.FEEDBACK_REQUIRED).times(1));
        owner.post("/api/messages/send", json("""
                {'username': 'browsing.1', 'recipient': 'browsing.2', 'content': 'Quiet words', 'wait_s': 60}
                """));
        var message = owner.get("/api/messages/history/browsing.1").body().at("/items/0");
        assertThat(message.path("screenshots")).as(message.toString()).hasSize(1);
        var address = message.at("/screenshots/0").asString();
        assertThat(owner.get(address).text()).contains("PNG");
        assertThat(page.get(address.substring(4)).text()).contains("PNG");
        assertThat(page.get("/messages/" + message.path("id").asString()).words())
                .contains("What the browser saw");
        assertThat(owner.get(address.replaceFirst("1$", "2")).error()).isEqualTo("SCREENSHOT_NOT_FOUND");
        assertThat(parley.person("nosy").get(address).error()).isEqualTo("MESSAGE_NOT_FOUND");
    }

    @Test
    void a_message_that_failed_shows_what_the_browser_saw_and_arrives_once_when_tried_again() {
        var owner = parley.person("pavel");
        instagram.makeAccounts("pavel", 2);
        var login = owner.post("/api/bot/login", json("""
                {'username': 'pavel.1', 'password': 'sandbox-pass', 'driver': 'browser', 'consent': true}
                """));
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        var page = browser.pageToInspect(parley.uri("/").toString());
        signIn(page, "pavel", TestingParley.PASSWORD, "/messages/new");
        instagram.script(ScriptedFault.of(Call.SEND, Fault.MESSAGES_REFUSED)
                .forAccount("pavel.1")
                .times(1));
        fill(page, "To", "pavel.2");
        fill(page, "Message", "Come and see");
        press(page, "Send");
        shows(page, "The person takes no messages");
        var picture = page.getByAltText("Picture 1");
        assertThat(picture).isVisible();
        page.waitForFunction("picture => picture.naturalWidth > 0", picture.elementHandle());
        Inspection.passes(page, page.url());
        Inspection.passes(page, "/accounts/" + login.field("account_id") + "/screenshots");
        page.goBack();
        assertThat(instagram.messages("pavel.1").stream().mapToInt(MessageTruth::timesReceived))
                .allMatch(times -> times == 0);

        press(page, "Try again");
        assertThat(exactly(page, "Sent").first()).isVisible();
        assertThat(instagram.messages("pavel.1").stream().filter(message -> message.timesReceived() == 1))
                .singleElement()
                .matches(message ->
                        message.recipient().equals("pavel.2") && message.text().equals("Come and see"));
    }

    @Test
    void pictures_are_bounded_and_the_workspaces_own() {
        var owner = parley.person("pictured");
        instagram.makeAccounts("pictured", 1);
        var account = AccountId.of(connected(owner, "pictured.1"));
        var workspace = WorkspaceId.of(
                owner.get("/api/workspaces").body().at("/items/0/id").asString());
        var recorder = parley.bean(FailureRecorder.class);
        var action = UUID.randomUUID();
        var underWay = new UnderWay(workspace, account, action);
        IntStream.rangeClosed(1, 203)
                .forEach(n -> underWay.call(() -> {
                    recorder.record(evidence("/page/" + n, n == 203 ? new byte[3_000_000] : new byte[] {1}));
                    return n;
                }));
        recorder.record(evidence("/to/nobody", new byte[] {1}));
        new UnderWay(workspace, AccountId.create(), action).call(() -> {
            recorder.record(evidence("/of/no/account", new byte[] {1}));
            return true;
        });

        var list = "/api/accounts/" + account + "/screenshots";
        var first = owner.get(list + "?limit=200").body();
        assertThat(first.path("items")).hasSize(200);
        assertThat(first.path("next_cursor").isNull()).isTrue();
        assertThat(first.at("/items/0/path").asString()).isEqualTo("/page/203");
        assertThat(first.at("/items/0/bytes").asInt()).isZero();
        assertThat(first.at("/items/199/path").asString()).isEqualTo("/page/4");
        var half = owner.get(list + "?limit=150");
        assertThat(owner.get(list + "?cursor=" + half.field("next_cursor"))
                        .body()
                        .path("items"))
                .hasSize(50);
        var one = list + "/" + first.at("/items/1/id").asString();
        assertThat(owner.get(list + "/" + first.at("/items/0/id").asString()).error())
                .isEqualTo("SCREENSHOT_NOT_FOUND");
        assertThat(owner.get(one).status()).isEqualTo(200);
        assertThat(owner.get(one + "/source").text()).isEqualTo("<body>Grüße</body>");
        assertThat(owner.post(list).error()).isEqualTo("DRIVER_CANNOT");
        var stranger = parley.person("peeper");
        assertThat(stranger.get(one).error()).isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(stranger.get(list).error()).isEqualTo("ACCOUNT_NOT_FOUND");
        parley.bean(Tenancy.class).run(workspace, () -> {
            var screenshots = parley.bean(Screenshots.class);
            assertThat(screenshots.of(List.of(action, UUID.randomUUID())).get(action))
                    .hasSize(200);
            assertThat(screenshots.forget(Instant.now().minusSeconds(3_600), 10))
                    .isZero();
            assertThat(screenshots.forget(Instant.now().plusSeconds(3_600), 150))
                    .isEqualTo(150);
        });
        assertThat(owner.get(list).body().path("items")).hasSize(50);
    }

    @Test
    void administrators_see_how_many_browsers_run_and_what_memory_they_have() {
        var meters = parley.bean(MeterRegistry.class);
        browser.page(parley.uri("/").toString());

        await().atMost(PATIENCE).untilAsserted(() -> {
            var node = parley.admin().get("/api/admin/nodes").body().at("/nodes/0");
            assertThat(node.path("browsers").asInt()).isBetween(1, playwrights());
            assertThat(node.path("browser_memory").asLong()).isGreaterThan(1_000_000);
            assertThat(meters.get("parley.browsers").gauge().value()).isBetween(1.0, (double) playwrights());
            assertThat(meters.get("parley.browsers.memory").gauge().value()).isGreaterThan(1_000_000);
        });
        var page = browser.page(parley.uri("/").toString());
        signIn(page, "admin", TestingParley.PASSWORD, "/admin/nodes");
        assertThat(page.locator("td[data-label=Browsers]")).containsText("MB");
    }

    /** Each runs one browser, however many processes that is. */
    private static int playwrights() {
        return (int) ProcessHandle.current().children().count();
    }

    private static Evidence evidence(String path, byte[] picture) {
        return new Evidence(
                "pictured.1", "follow", new Refusal.ServerError(500, "no"), path, picture, "<body>Grüße</body>");
    }

    private static String orders(TestingApi api, String kind, String wish) {
        return api.post("/api/bot/actions/" + kind, json(wish)).error();
    }

    private static String connected(TestingApi api, String username) {
        var answer =
                api.post("/api/bot/login", json("{'username': '%s', 'password': 'sandbox-pass'}".formatted(username)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.field("account_id");
    }
}
