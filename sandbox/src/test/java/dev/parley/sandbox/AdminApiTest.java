package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SandboxExtension.class)
class AdminApiTest {
    private final SandboxServer sandbox;
    private final TestingAdmin admin;

    AdminApiTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        admin = new TestingAdmin(sandbox.baseUrl());
    }

    @Test
    void truth_is_a_bare_list_with_exactly_the_promised_fields() {
        var app = admin.makeAccounts("fan", 1).getFirst();
        app.follow(sandbox.people().getFirst().id());

        JsonNode truth = admin.json("/_sandbox/truth/follows?sender=fan.1");

        assertThat(truth.size()).isEqualTo(1);
        assertThat(truth.get(0).propertyNames())
                .containsExactly("sender", "target", "asked", "times", "in_force", "at");
        assertThat(admin.json("/_sandbox/truth/follows?sender=alma.plain").size())
                .isZero();
        assertThat(admin.json("/_sandbox/truth/likes?sender=fan.1").size()).isZero();
        assertThat(admin.json("/_sandbox/truth/story-views?viewer=fan.1").size())
                .isZero();
        assertThat(admin.json("/_sandbox/truth/messages?sender=fan.1").size()).isZero();
    }

    @Test
    void somebody_writes_to_an_account() {
        String person = sandbox.people().getFirst().username();

        HttpResponse<String> written = admin.post(
                "/_sandbox/messages", "{\"from\":\"%s\",\"to\":\"alma.plain\",\"text\":\"Hi!\"}".formatted(person));

        assertThat(written.statusCode()).isEqualTo(201);
        JsonNode truth = admin.json("/_sandbox/truth/messages?sender=" + person + "&recipient=alma.plain");
        assertThat(truth.size()).isEqualTo(1);
        assertThat(truth.get(0).propertyNames())
                .containsExactly(
                        "id", "sender", "recipient", "text", "idempotency_token", "asked", "times_received", "at");
        assertThat(admin.json("/_sandbox/truth/messages?sender=alma.plain").size())
                .isZero();
        assertThat(admin.post("/_sandbox/messages", "{\"from\":\"a b\",\"to\":\"alma.plain\",\"text\":\"c\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void logins_and_codes_can_be_read() {
        new TestingApp(sandbox.baseUrl()).login("sami.sms", Account.PASSWORD);

        assertThat(admin.json("/_sandbox/truth/logins?account=sami.sms").get(0).propertyNames())
                .containsExactly("account", "at", "how", "device", "outcome");
        assertThat(admin.json("/_sandbox/outbox?account=sami.sms").get(0).propertyNames())
                .containsExactly("code", "channel", "at");
        assertThat(admin.get("/_sandbox/outbox?account=nobody").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void every_fault_can_be_scripted_for_every_call(Fault fault) {
        for (Call call : Call.values()) {
            String body = "{\"call\":\"%s\",\"fault\":\"%s\",\"times\":2}".formatted(call.label(), fault.label());
            assertThat(admin.post("/_sandbox/script", body).statusCode()).isEqualTo(201);
        }

        assertThat(admin.json("/_sandbox/script").size()).isEqualTo(Call.values().length);
        assertThat(admin.delete("/_sandbox/script").statusCode()).isEqualTo(200);
        assertThat(admin.json("/_sandbox/script").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /_sandbox/script   | {"call":"folow","fault":"drop"}                | Unknown call folow
        /_sandbox/script   | {"call":"follow","fault":"dropp"}              | Unknown fault dropp
        /_sandbox/script   | {"call":"follow"}                              | fault is missing
        /_sandbox/script   | {"call":"follow","fault":"drop","time":1}      | Unknown field time
        /_sandbox/script   | {"call":"follow","fault":"drop","times":0}     | times must be an integer between 1
        /_sandbox/script   | {"call":"follow","fault":"drop","times":"1"}   | times must be an integer
        /_sandbox/script   | {"call":1,"fault":"drop"}                      | call must be a string
        /_sandbox/script   | {"call":"follow","fault":"drop","account":"x"} | Unknown account x
        /_sandbox/script   | {"call":"follow","fault":"drop","after_effect":1} | after_effect must be true or false
        /_sandbox/script   | [1]                                            | must be a JSON object
        /_sandbox/script   | {"call":                                       | not JSON
        /_sandbox/clock    | {}                                             | either now or advance
        /_sandbox/clock    | {"now":"tomorrow"}                             | now must look like
        /_sandbox/clock    | {"advance":"24h"}                              | advance must look like
        /_sandbox/clock    | {"advance":"PT999999999999H"} | The clock stays between
        /_sandbox/clock    | {"now":"1970-01-01T00:00:00Z"}                 | The clock stays between
        /_sandbox/accounts | {"count":1}                                    | prefix is missing
        /_sandbox/accounts | {"prefix":"a b","count":1}                     | prefix must match
        /_sandbox/accounts | {"prefix":"a","count":20001}                   | count must be an integer
        /_sandbox/reset    | {"seed":"x"}                                   | seed must be an integer
        """)
    void what_cannot_be_understood_is_refused_with_a_reason(String path, String body, String reason) {
        HttpResponse<String> response = admin.post(path, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(response.body()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_sandbox/script", "/api/v1/accounts/login/"})
    void a_huge_body_is_refused(String path) {
        assertThat(admin.post(path, "x".repeat(3 << 20)).statusCode()).isEqualTo(413);
        assertThat(admin.get("/_sandbox/script").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_not_there_yet_says_so() {
        assertThat(admin.get("/_sandbox/nothing").statusCode()).isEqualTo(404);
        assertThat(admin.get("/api/v1/direct_v2/presence/").statusCode()).isEqualTo(404);
        assertThat(admin.get("/api/v1/direct_v2/presence/").body()).contains("\"status\":\"fail\"");
    }

    @Test
    void the_clock_can_be_set_and_advanced() {
        admin.post("/_sandbox/clock", "{\"now\":\"2030-01-01T00:00:00Z\"}");
        admin.post("/_sandbox/clock", "{\"advance\":\"PT24H\"}");

        assertThat(sandbox.now())
                .isBetween(Instant.parse("2030-01-02T00:00:00Z"), Instant.parse("2030-01-02T01:00:00Z"));
        assertThat(Instant.parse(admin.json("/_sandbox/clock").get("now").asString()))
                .isAfter(Instant.parse("2030-01-02T00:00:00Z").minus(Duration.ofSeconds(1)));
    }

    @Test
    void accounts_can_be_made_by_the_thousand_and_are_signed_in() {
        var apps = admin.makeAccounts("crowd", 10_000);

        assertThat(apps).hasSize(10_000);
        assertThat(apps.getLast()
                        .get("/api/v1/accounts/current_user/")
                        .json()
                        .at("/user/username")
                        .asString())
                .isEqualTo("crowd.10000");
    }

    @Test
    void a_reset_forgets_everything_and_may_change_the_seed() {
        var app = admin.makeAccounts("fan", 1).getFirst();
        app.follow(sandbox.people().getFirst().id());
        var people = sandbox.people();

        admin.post("/_sandbox/reset", "{\"seed\":5}");

        assertThat(sandbox.follows()).isEmpty();
        assertThat(sandbox.people()).isNotEqualTo(people);
        assertThat(app.get("/api/v1/accounts/current_user/").status()).isEqualTo(403);
        sandbox.reset(1);
    }
}
