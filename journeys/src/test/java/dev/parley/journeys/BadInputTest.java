package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.testing.Answer;
import dev.parley.journeys.testing.Eventually;
import dev.parley.journeys.testing.Person;
import dev.parley.journeys.testing.RunningParley;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no careful program sends, and a database that goes away: each gets a clear answer, and nothing is lost. */
class BadInputTest {

    @RegisterExtension
    static final RunningParley parley = RunningParley.asDelivered();

    private static final String FOLLOW = "/api/bot/actions/follow-hashtag";
    private static final int TWO_MEGABYTES = 2 << 20;
    private static final int AT_ONCE = 30;

    /** Well below the 10 an hour as delivered: a follow whose end the outage hid stays counted, and the next one would wait. */
    private static final int WANTED = 6;

    /** Longer than anything in the server may trust what it knows. */
    private static final Duration OUTAGE = Duration.ofSeconds(35);

    private static final Eventually SOON = Eventually.within(Duration.ofMinutes(2));

    private static Person mira;
    private static String account;

    @BeforeAll
    static void connect() {
        mira = parley.newPerson("mira");
        account = mira.connects("alma.plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"hashtag\":",
                "not json",
                "{\"hashtag\":\"a\"}}",
                "{\"hashtag\":\"a\",\"hashtag\":\"b\"}",
                "\u0000"
            })
    void says_that_it_cannot_read_what_is_no_json(String body) {
        mira.api().sendJson("POST", FOLLOW, body).expectRefusal(400, "MALFORMED_REQUEST", "E-API-E-0002");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "amount          | {'hashtag': 'travel', 'amount': 'ten'}",
                "amount          | {'hashtag': 'travel', 'amount': 1.5}",
                "amount          | {'hashtag': 'travel', 'amount': 99999999999}",
                "amount          | {'hashtag': 'travel', 'amount': 0}",
                "amount          | {'hashtag': 'travel', 'amount': 1001}",
                "amount          | {'hashtag': 'travel'}",
                "hashtag         | {'hashtag': 7, 'amount': 5}",
                "hashtag         | {'hashtag': ['travel'], 'amount': 5}",
                "hashtag         | {'hashtag': null, 'amount': 5}",
                "hashtag         | {'hashtag': '', 'amount': 5}",
                "hashtag         | {'hashtag': 'two words', 'amount': 5}",
                "hashtag         | {'hashtag': '✈🌍', 'amount': 5}",
                "dry_run         | {'hashtag': 'travel', 'amount': 5, 'dry_run': 'yes'}",
                "filters         | {'hashtag': 'travel', 'amount': 5, 'filters': true}",
                "filters.private | {'hashtag': 'travel', 'amount': 5, 'filters': {'private': true}}",
                "workspace_id    | {'hashtag': 'travel', 'amount': 5, 'workspace_id': 'another'}",
                "account_id      | {'hashtag': 'travel', 'amount': 5, 'account_id': 'no-uuid'}"
            })
    void names_the_field_that_is_wrong(String field, String body) {
        var refusal = mira.api()
                .sendJson("POST", FOLLOW, body.replace('\'', '"'))
                .expectRefusal(400, "VALIDATION_FAILED", "E-API-E-0003");

        assertThat(refusal.list("fields"))
                .extracting(named -> named.path("field").asString())
                .containsExactly(field);
        assertThat(refusal.text("fields/0/message")).isNotBlank();
    }

    @Test
    void reads_no_more_of_a_body_than_it_takes() {
        var large = "{\"hashtag\":\"%s\"}".formatted("x".repeat(TWO_MEGABYTES));
        mira.api().sendJson("POST", FOLLOW, large).expectRefusal(413, "BODY_TOO_LARGE", "E-API-E-0007");

        var unannounced =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)));
        mira.api()
                .with("Content-Type", "application/json")
                .send("POST", FOLLOW, unannounced)
                .expectRefusal(413, "BODY_TOO_LARGE", "E-API-E-0007");
    }

    @Test
    void knows_its_addresses_methods_and_content_types() {
        mira.api().get("/api/bot/nothing/here").expectRefusal(404, "NOT_FOUND", "E-API-E-0004");
        var refusal = mira.api().delete(FOLLOW).expectRefusal(405, "METHOD_NOT_ALLOWED", "E-API-E-0005");
        assertThat(refusal.header("Allow")).contains("POST");
        mira.api()
                .with("Content-Type", "text/plain")
                .send("POST", FOLLOW, BodyPublishers.ofString("{}"))
                .expectRefusal(415, "MEDIA_TYPE_NOT_SUPPORTED", "E-API-E-0006");
    }

    @Test
    void takes_names_of_all_scripts_and_gives_them_back_unchanged() {
        var zoe = parley.newPerson("Zoë.日本-Ωμέγα");
        assertThat(zoe.api().get("/api/me").expect(200).text("username")).isEqualTo("Zoë.日本-Ωμέγα");

        var job = mira.api()
                .post(FOLLOW, Map.of("account_id", account, "hashtag", "#Café_日本", "amount", 1, "dry_run", true))
                .expect(202);
        assertThat(job.text("hashtag")).isEqualTo("café_日本");
        mira.api().post("/api/bot/jobs/" + job.text("id") + "/cancel").expect(200);

        var refusal = zoe.logsInAtInstagram("ünbekannt 👻").expectRefusal(400, "VALIDATION_FAILED", "E-API-E-0003");
        assertThat(refusal.text("fields/0/field")).isEqualTo("username");
        parley.administrator()
                .api()
                .post("/api/users", Map.of("username", "a\u202eb\u0000", "email", "c@example.org"))
                .expectRefusal(400, "VALIDATION_FAILED", "E-API-E-0003");
    }

    @Test
    void tells_expired_and_unknown_ids_from_bugs() {
        var nobodys = UUID.randomUUID();
        mira.api().get("/api/bot/jobs/" + nobodys).expectRefusal(404, "JOB_NOT_FOUND", "E-SCH-E-0001");
        mira.api().get("/api/accounts/" + nobodys).expectRefusal(404, "ACCOUNT_NOT_FOUND", "E-ACC-E-0002");
        mira.api().get("/api/bot/status?account_id=" + nobodys).expectRefusal(404, "ACCOUNT_NOT_FOUND", "E-ACC-E-0002");
        mira.verifies(nobodys.toString(), "123456").expectRefusal(409, "VERIFICATION_ENDED", "E-AUTH-E-0008");
        assertThat(mira.api().get("/api/bot/jobs/1").status()).isIn(400, 404);
        assertThat(mira.api().get("/api/bot/jobs?cursor=x").status()).isEqualTo(400);
        parley.stranger()
                .withToken("parley_" + "x".repeat(43))
                .get("/api/me")
                .expectRefusal(401, "NOT_SIGNED_IN", "E-AUTH-E-0002");
    }

    @Test
    void an_expired_verification_and_an_expired_token_open_nothing() {
        var sami = parley.newPerson("sami");
        var verification = sami.logsInAtInstagram("sami.sms").expect(202).text("verification/id");
        parley.tables()
                .change("update verifications set expires_at = now() - interval '1 second' where id = '%s'"
                        .formatted(verification));
        sami.verifies(verification, parley.truth().newestCode("sami.sms"))
                .expectRefusal(409, "VERIFICATION_ENDED", "E-AUTH-E-0008");

        parley.tables()
                .change("update api_tokens set expires_at = now() - interval '1 second' where user_id = '%s'"
                        .formatted(sami.id()));
        sami.api().get("/api/me").expectRefusal(401, "NOT_SIGNED_IN", "E-AUTH-E-0002");
    }

    @Test
    void concurrent_starts_and_stops_leave_one_clear_state() {
        var answers = IntStream.range(0, AT_ONCE)
                .parallel()
                .mapToObj(n -> mira.api().post(n % 2 == 0 ? "/api/bot/start" : "/api/bot/stop"))
                .toList();
        assertThat(answers).extracting(Answer::status).containsOnly(200);

        mira.api().post("/api/bot/stop").expect(200);
        assertThat(mira.api().get("/api/bot/status").expect(200).text("state")).isEqualTo("STOPPED");
        mira.api().post("/api/bot/start").expect(200);
        assertThat(mira.api().get("/api/bot/status").expect(200).text("state")).isNotEqualTo("STOPPED");
    }

    @Test
    void goes_on_by_itself_when_the_database_comes_back() {
        var chloe = parley.newPerson("chloe");
        var sender = parley.truth().makeAccounts("outage", 1).getFirst();
        chloe.connects(sender);
        chloe.api().post("/api/bot/start").expect(200);
        var job = chloe.api()
                .post(FOLLOW, Map.of("hashtag", "travel", "amount", WANTED, "filters", Map.of("skip_private", true)))
                .expect(202)
                .text("id");
        SOON.holds("the first follow", () -> !parley.truth().followsOf(sender).isEmpty());

        parley.database().close();
        chloe.api().get("/api/bot/status").expectRefusal(503, "DATABASE_UNAVAILABLE", "E-DB-C-0001");
        parley.stranger()
                .post("/api/auth/login", Map.of("username", "chloe", "password", "whatever it may be"))
                .expectRefusal(503, "DATABASE_UNAVAILABLE", "E-DB-C-0001");
        Eventually.within(OUTAGE).passes();
        parley.database().startAgain();

        SOON.shows("an answer", () -> chloe.api().get("/api/bot/status"), answer -> answer.status() == 200);
        SOON.shows(
                "a completed job",
                () -> chloe.job(job),
                seen -> seen.text("state").equals("completed"));
        assertThat(parley.truth().followsOf(sender))
                .hasSize(WANTED)
                .allMatch(follow -> follow.times() == 1 && follow.inForce());
        assertThat(parley.tables().texts("select state from bot_actions where job_id = '%s'".formatted(job)))
                .isEmpty();
    }
}
