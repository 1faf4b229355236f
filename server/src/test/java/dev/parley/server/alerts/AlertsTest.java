package dev.parley.server.alerts;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingApi.Answer;
import dev.parley.server.testing.TestingMailServer;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingReceiver;
import dev.parley.server.testing.TestingReceiver.Received;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class AlertsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "sandbox-pass";
    private static final String RULES = "/api/alerts/rules";
    private static final String WEBHOOKS = "/api/alerts/webhooks";

    private static final SandboxServer instagram = SandboxServer.builder().start();
    private static final TestingReceiver receiver = TestingReceiver.start();

    @RegisterExtension
    static final TestingMailServer mail = new TestingMailServer();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(settings());

    private static Map<String, String> settings() {
        var settings = new HashMap<>(mail.settings());
        settings.put("parley.sandbox-url", instagram.baseUrl());
        settings.put("parley.outbound.allowed-networks", "127.0.0.0/8");
        return settings;
    }

    @AfterEach
    void all_is_well_again() {
        parley.clock().reset();
        instagram.clearScript();
        receiver.answers(200, "thank you");
    }

    @AfterAll
    static void close() {
        instagram.close();
        receiver.close();
    }

    /** A webhook as whoever receives knows it. */
    private record Hook(String id, String secret, String path) {

        String api() {
            return WEBHOOKS + "/" + id;
        }

        List<Received> received() {
            return receiver.receivedAt(path);
        }
    }

    @Test
    void a_lost_session_is_told_to_the_owner_by_mail_and_to_a_webhook_signed() {
        var owner = parley.person("loses");
        var hook = hook(owner, "/loses");
        rule(owner, hook, "account.session_lost");
        var account = connected(owner, false);
        ends();
        assertThat(testSession(owner)).isEqualTo("false");

        var told = received(hook, 1).getFirst();
        assertThat(Signatures.isRight(hook.secret(), told)).isTrue();
        assertThat(told.type()).isEqualTo("account.session_lost");
        var data = told.json().path("data");
        assertThat(data.path("account_id").asString()).isEqualTo(account);
        assertThat(data.path("state").asString()).isEqualTo("LOGIN_REQUIRED");
        assertThat(data.path("code").asString()).isEqualTo("E-AUTH-E-0003");
        assertThat(data.path("link").asString()).endsWith("/accounts/" + account);
        assertThat(told.body()).doesNotContain(hook.secret(), PASSWORD);

        var log = settled(owner, hook);
        assertThat(log.at("/items/0/state").asString()).isEqualTo("delivered");
        assertThat(log.at("/items/0/answer_status").asInt()).isEqualTo(200);
        assertThat(log.at("/items/0/answer").asString()).isEqualTo("thank you");
        assertThat(mail.letter(
                                "loses@example.org",
                                "The session of an account is lost: @"
                                        + data.path("account").asString())
                        .text())
                .contains("E-AUTH-E-0003", "/accounts/" + account);
    }

    @Test
    void that_parley_has_signed_in_by_itself_its_owner_is_told() {
        var owner = parley.person("sleeps");
        var hook = hook(owner, "/sleeps");
        rule(owner, hook, "account.signed_in_again");
        var account = connected(owner, true);
        ends();
        testSession(owner);
        var told = received(hook, 1).getFirst().json().path("data");
        assertThat(told.path("account_id").asString()).isEqualTo(account);
        assertThat(told.path("state").asString()).isEqualTo("CONNECTED");
        mail.letter(
                "sleeps@example.org",
                "Parley has signed in to an account by itself: @"
                        + told.path("account").asString());
    }

    @Test
    void what_a_receiver_does_not_take_is_sent_again_under_the_same_id() {
        var owner = parley.person("waits");
        var hook = hook(owner, "/waits");
        receiver.answers(503, "come again");
        test(owner, hook);
        received(hook, 1);
        eventually(() -> deliveries(owner, hook).at("/items/0/answer_status").asInt() == 503);
        var waiting = deliveries(owner, hook).at("/items/0");
        assertThat(waiting.path("state").asString()).isEqualTo("waiting");
        assertThat(waiting.path("answer").asString()).isEqualTo("come again");
        assertThat(waiting.path("due_at").asString()).isNotEmpty();
        assertThat(owner.get(hook.api()).field("failing_since")).isNotEmpty();

        receiver.answers(200, "");
        parley.clock().advance(Duration.ofSeconds(11));
        var both = received(hook, 2);
        assertThat(both).extracting(Received::body).containsOnly(both.getFirst().body());
        assertThat(both)
                .extracting(one -> one.header("webhook-id"))
                .containsOnly(both.getFirst().header("webhook-id"));
        assertThat(both).allMatch(one -> Signatures.isRight(hook.secret(), one));
        eventually(() ->
                "delivered".equals(deliveries(owner, hook).at("/items/0/state").asString()));
        assertThat(owner.get(hook.api()).field("failing_since")).isEmpty();
    }

    @Test
    void what_a_server_was_about_to_send_when_it_died_is_sent_by_the_next() {
        var owner = parley.person("dies");
        var hook = hook(owner, "/dies");
        var workspace = workspace(owner);
        var id = DeliveryId.create();
        var clock = parley.clock();
        var body = "{\"type\":\"webhook.test\"}";
        var added = new Deliveries.New(id, WebhookId.of(hook.id()), AlertEvent.TEST, null, body);
        in(workspace, () -> parley.bean(Deliveries.class).add(List.of(added), clock.instant()));
        assertThat(parley.bean(SendWebhooks.class).take(workspace, 8)).hasSize(1);
        assertThat(deliveries(owner, hook).at("/items/0/state").asString()).isEqualTo("waiting");
        assertThat(parley.bean(SendWebhooks.class).take(workspace, 8))
                .as("not at once by another")
                .isEmpty();

        clock.advance(Duration.ofSeconds(11));
        in(workspace, () -> parley.bean(AlertTurns.class).due(clock.instant()));
        assertThat(received(hook, 1).getFirst().header("webhook-id")).isEqualTo("msg_" + id);
        settled(owner, hook);
        assertThat(hook.received()).hasSize(1);
    }

    @Test
    void after_a_day_without_a_delivery_a_webhook_is_switched_off_and_its_owner_told() {
        var owner = parley.person("fails");
        var hook = hook(owner, "/fails");
        receiver.answers(500, "broken");
        test(owner, hook);
        received(hook, 1);
        eventually(() -> deliveries(owner, hook).at("/items/0/answer_status").asInt() == 500);
        parley.clock().advance(Duration.ofHours(25));
        received(hook, 2);
        eventually(() -> "failing".equals(owner.get(hook.api()).field("disabled_because")));
        assertThat(deliveries(owner, hook).at("/items/0/state").asString()).isEqualTo("failed");
        assertThat(mail.letter("fails@example.org", "A webhook was switched off")
                        .text())
                .contains("/alerts/webhooks/" + hook.id());
        var refused = owner.post(hook.api() + "/test");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("WEBHOOK_OFF");

        receiver.answers(200, "");
        assertThat(owner.post(hook.api() + "/activation").field("disabled_at")).isEmpty();
        var delivery = deliveries(owner, hook).at("/items/0/id").asString();
        assertThat(owner.post(hook.api() + "/deliveries/" + delivery + "/resend")
                        .status())
                .isEqualTo(202);
        var again = received(hook, 3).getLast();
        assertThat(again.header("webhook-id")).isEqualTo("msg_" + delivery);
        assertThat(settled(owner, hook).at("/items/0/state").asString()).isEqualTo("delivered");
    }

    @Test
    void whoever_wants_nothing_more_says_so_and_is_told_nothing_more() {
        var owner = parley.person("leaves");
        var hook = hook(owner, "/leaves");
        receiver.answers(410, "");
        test(owner, hook);
        eventually(() -> "gone".equals(owner.get(hook.api()).field("disabled_because")));
        assertThat(hook.received()).hasSize(1);
    }

    @Test
    void the_same_is_told_once_an_hour_with_how_often_it_was() {
        var owner = parley.person("repeats");
        var hook = hook(owner, "/repeats");
        rule(owner, hook, "job.failed");
        var workspace = workspace(owner);
        var raise = parley.bean(RaiseAlerts.class);
        var failed = new Happening(AlertEvent.JOB_FAILED, null, null, null, null, "job 1", "/jobs");
        in(workspace, () -> raise.raise(failed));
        in(workspace, () -> raise.raise(failed));
        in(workspace, () -> raise.raise(failed));
        in(workspace, () -> raise.raise(failed.about("job 2")));
        var first = received(hook, 2);
        assertThat(first)
                .extracting(one -> one.json().at("/data/job_id").asString())
                .containsExactlyInAnyOrder("job 1", "job 2");
        assertThat(first)
                .extracting(one -> one.json().at("/data/repeats").asInt())
                .containsOnly(0);
        settled(owner, hook);
        assertThat(hook.received()).hasSize(2);

        parley.clock().advance(Duration.ofHours(1));
        in(workspace, () -> raise.raise(failed));
        assertThat(received(hook, 3).getLast().json().at("/data/repeats").asInt())
                .isEqualTo(2);
    }

    @Test
    void what_is_taken_back_is_not_told() {
        var owner = parley.person("undoes");
        var hook = hook(owner, "/undoes");
        rule(owner, hook, "job.failed");
        var workspace = workspace(owner);
        var failed = new Happening(AlertEvent.JOB_FAILED, null, null, null, null, "job 1", "/jobs");
        assertThat(catchThrowable(() -> in(workspace, () -> {
                    parley.bean(RaiseAlerts.class).raise(failed);
                    throw new IllegalStateException("taken back");
                })))
                .hasMessage("taken back");
        in(workspace, () -> parley.bean(RaiseAlerts.class).raise(failed.about("job 2")));
        received(hook, 1);
        settled(owner, hook);
        assertThat(hook.received())
                .singleElement()
                .satisfies(told ->
                        assertThat(told.json().at("/data/job_id").asString()).isEqualTo("job 2"));
    }

    @Test
    void a_secret_is_shown_once_and_for_a_day_the_one_before_signs_too() {
        var owner = parley.person("rotates");
        var hook = hook(owner, "/rotates");
        assertThat(owner.get(WEBHOOKS).text()).contains(hook.id()).doesNotContain(hook.secret(), "whsec_");
        var changed = owner.post(hook.api() + "/secret");
        var newer = new Hook(hook.id(), changed.field("secret"), hook.path());
        assertThat(newer.secret()).startsWith("whsec_").isNotEqualTo(hook.secret());
        test(owner, hook);
        var told = received(hook, 1).getFirst();
        assertThat(Signatures.isRight(hook.secret(), told)).isTrue();
        assertThat(Signatures.isRight(newer.secret(), told)).isTrue();

        parley.clock().advance(Duration.ofHours(25));
        test(owner, hook);
        assertThat(received(hook, 2).getLast().header("webhook-signature"))
                .startsWith("v1,")
                .doesNotContain(" ");
    }

    @Test
    void rules_and_webhooks_are_kept_and_every_change_stands_in_the_trail() {
        var owner = parley.person("keeps");
        var first = owner.get(RULES).body().at("/items/0");
        assertThat(first.path("mail_owners").asBoolean()).isTrue();
        assertThat(first.path("events").toString()).contains("account.session_lost", "account.action_blocked");
        var hook = hook(owner, "/keeps");
        var rule = RULES + "/" + rule(owner, hook, "job.completed").field("id");
        var changed =
                owner.put(rule, json("{'name': 'Done', 'events': ['job.completed', 'job.failed'], 'enabled': false}"));
        assertThat(changed.field("name")).as(changed.text()).isEqualTo("Done");
        assertThat(owner.get(rule).body().path("webhooks")).isEmpty();
        assertThat(owner.put(rule, json("{'name': 'Done', 'events': ['nothing']}"))
                        .status())
                .isEqualTo(400);
        assertThat(owner.put(rule, json("{'name': 'Done', 'events': ['webhook.test']}"))
                        .status())
                .isEqualTo(400);
        assertThat(owner.post(WEBHOOKS, json("{'url': 'https://10.0.0.1/'}"))
                        .body()
                        .at("/fields/0/field")
                        .asString())
                .isEqualTo("url");
        assertThat(owner.delete(rule).status()).isEqualTo(204);
        assertThat(owner.get(rule).error()).isEqualTo("ALERT_RULE_NOT_FOUND");
        assertThat(owner.delete(hook.api()).status()).isEqualTo(204);
        assertThat(owner.get(hook.api()).error()).isEqualTo("WEBHOOK_NOT_FOUND");
        assertThat(owner.get("/api/audit").text())
                .contains("add-webhook", "add-alert-rule", "change-alert-rule", "remove-alert-rule", "remove-webhook")
                .doesNotContain(hook.secret(), "/keeps");
    }

    @Test
    void on_the_pages_a_webhook_is_added_tried_looked_after_and_removed() {
        var olga = parley.visitor("olga");
        var alerts = olga.get("/alerts");
        assertThat(alerts.words())
                .contains(
                        "What needs somebody",
                        "Tells the owners.",
                        "No program is told of anything",
                        "Nothing was to be told yet");
        var wrong = olga.submit("/alerts/webhooks", "url", "http://10.0.0.1/");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.words()).contains("is not open to everybody");
        assertThat(wrong.text()).contains("http://10.0.0.1/");

        var made = olga.submit("/alerts/webhooks", "url", receiver.uri("/olga").toString());
        assertThat(made.words()).contains("Copy it now");
        assertThat(made.text()).contains("whsec_");
        var owner = parley.person("olga");
        var hook = "/alerts/webhooks/"
                + owner.get(WEBHOOKS).body().at("/items/0/id").asString();
        assertThat(olga.get(hook).words()).contains("Nothing yet");

        receiver.answers(500, "<b>broken</b>");
        assertThat(olga.submit(hook + "/test").location()).isEqualTo(hook);
        eventually(() -> olga.get(hook).words().contains("Failing"));
        assertThat(olga.get(hook).text()).contains("webhook.test", "&lt;b&gt;broken");
        connected(owner, false);
        assertThat(olga.get("/").words()).contains("Needs attention", "The webhook at 127.0.0.1");

        receiver.answers(200, "");
        var delivery = owner.get("/api" + hook + "/deliveries")
                .body()
                .at("/items/0/id")
                .asString();
        assertThat(olga.submit(hook + "/deliveries/" + delivery + "/resend").location())
                .isEqualTo(hook);
        eventually(() -> olga.get(hook).words().contains("Delivered"));
        assertThat(olga.get("/").words()).doesNotContain("The webhook at");

        assertThat(olga.delete(hook + "/activation").location()).isEqualTo(hook);
        assertThat(olga.get(hook).hasForm(hook + "/test")).isFalse();
        assertThat(olga.get("/").words()).as("off as a person wants it").doesNotContain("The webhook at");
        olga.submit(hook + "/activation");
        assertThat(olga.submit(hook + "/secret").text()).contains("whsec_");
        assertThat(olga.get(hook + "/removal").words()).contains("Remove the webhook at 127.0.0.1");
        assertThat(olga.delete(hook).location()).isEqualTo("/alerts");
        assertThat(olga.get(hook).status()).isEqualTo(404);
    }

    @Test
    void on_the_pages_rules_are_made_changed_and_deleted() {
        var rita = parley.visitor("rita");
        var owner = parley.person("rita");
        var hook = hook(owner, "/rita");
        rita.get("/alerts/rules/new");
        var wrong = rita.submit("/alerts/rules", "name", "Jobs");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.words()).contains("Choose at least one.");
        var made = rita.submit(
                "/alerts/rules",
                "name",
                "Jobs",
                "events",
                "JOB_COMPLETED",
                "events",
                "JOB_FAILED",
                "mailTo",
                owner.get("/api/me").field("id"),
                "webhooks",
                hook.id(),
                "enabled",
                "true");
        assertThat(made.location()).as(made.words()).isEqualTo("/alerts");
        assertThat(rita.get("/alerts").words())
                .contains("Jobs", "A job is done; A job has failed.", "Tells rita, 127.0.0.1");
        var rule = "/alerts/rules/" + owner.get(RULES).body().at("/items/1/id").asString();
        assertThat(rita.get(rule).text()).contains("value=\"Jobs\"");
        rita.submit(rule, "name", "No jobs", "events", "JOB_FAILED");
        assertThat(rita.get("/alerts").words()).contains("No jobs Off", "Tells nobody.");
        assertThat(rita.delete(rule).location()).isEqualTo("/alerts");
        assertThat(rita.get("/alerts").words()).doesNotContain("No jobs");
    }

    @Test
    void nobody_is_told_of_somebody_elses_workspace_by_what_a_rule_names() {
        var owner = parley.person("named");
        var hook = hook(owner, "/named");
        var stranger = parley.person("names");
        var other = stranger.post(
                RULES, json("{'name': 'All', 'events': ['job.failed'], 'webhooks': ['%s']}".formatted(hook.id())));
        assertThat(other.error()).isEqualTo("WEBHOOK_NOT_FOUND");
        var mailed = stranger.post(
                RULES,
                json("{'name': 'All', 'events': ['job.failed'], 'mail_to': ['%s']}"
                        .formatted(owner.get("/api/me").field("id"))));
        assertThat(mailed.error()).isEqualTo("USER_NOT_FOUND");
        assertThat(stranger.get(hook.api() + "/deliveries").status()).isEqualTo(404);
        assertThat(stranger.post(hook.api() + "/secret").status()).isEqualTo(404);
    }

    private static Hook hook(TestingApi owner, String path) {
        var made = owner.post(WEBHOOKS, json("{'url': '%s'}".formatted(receiver.uri(path))));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return new Hook(made.field("id"), made.field("secret"), path);
    }

    private static Answer rule(TestingApi owner, Hook hook, String event) {
        var made = owner.post(
                RULES, json("{'name': 'All of it', 'events': ['%s'], 'webhooks': ['%s']}".formatted(event, hook.id())));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made;
    }

    private static void test(TestingApi owner, Hook hook) {
        assertThat(owner.post(hook.api() + "/test").status()).isEqualTo(202);
    }

    private static JsonNode deliveries(TestingApi owner, Hook hook) {
        return owner.get(hook.api() + "/deliveries").body();
    }

    /** The log, once nothing waits any more. */
    private static JsonNode settled(TestingApi owner, Hook hook) {
        eventually(() -> !deliveries(owner, hook).toString().contains("\"waiting\""));
        return deliveries(owner, hook);
    }

    private static List<Received> received(Hook hook, int count) {
        eventually(() -> hook.received().size() >= count);
        return hook.received();
    }

    /** The clock that is moved wakes nobody. */
    private static void eventually(BooleanSupplier so) {
        await().atMost(PATIENCE).until(() -> {
            parley.bean(AlertTurns.class).wakeForWhatIsDue(parley.clock().instant());
            return so.getAsBoolean();
        });
    }

    private static WorkspaceId workspace(TestingApi owner) {
        return WorkspaceId.of(
                owner.get("/api/workspaces").body().at("/items/0/id").asString());
    }

    private static void in(WorkspaceId workspace, Runnable work) {
        parley.bean(Tenancy.class).run(workspace, work);
    }

    private static String connected(TestingApi owner, boolean keepPassword) {
        var username = instagram.makeAccounts("is.told", 1).getFirst().account().username();
        var login = owner.post(
                "/api/login",
                json("{'username': '%s', 'password': '%s', 'keep_password': %s}"
                        .formatted(username, PASSWORD, keepPassword)));
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        return login.field("account_id");
    }

    private static void ends() {
        instagram.script(
                ScriptedFault.of(Call.CURRENT_USER, Fault.LOGIN_REQUIRED).times(1));
    }

    private static String testSession(TestingApi owner) {
        return owner.post("/api/users/" + owner.get("/api/me").field("id") + "/test-session")
                .field("session_valid");
    }
}
