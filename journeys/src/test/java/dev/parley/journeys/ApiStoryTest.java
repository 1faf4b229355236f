package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.testing.Answer;
import dev.parley.journeys.testing.Eventually;
import dev.parley.journeys.testing.Person;
import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The whole story over the API, as a program would live it. */
class ApiStoryTest {

    @RegisterExtension
    static final RunningParley parley = RunningParley.asDelivered();

    private static final String ACCOUNT = "tomas.totp";
    private static final int WANTED = 5;
    private static final int TRIES = 5;
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(90));

    @Test
    void connects_an_account_follows_by_hashtag_and_tells_what_happened() {
        var administrator = theAdministratorHasToChangeThePassword();
        var mira = aPersonComesAndChoosesAPassword(administrator);
        nothingStartsWithoutASession(mira);
        var account = theSecondFactorSurvivesARestart(mira);
        theSessionIsValid(mira);
        var job = fivePeopleAreFollowed(mira, account);
        var followed = theTruthConfirms(mira, job);
        theActivityTellsEach(mira, followed);
        theSessionSurvivesARestart(mira);
        afterLogoutNothingStarts(mira, account);
    }

    private static Person theAdministratorHasToChangeThePassword() {
        var generated = parley.instance().folder().adminPassword().orElseThrow();
        parley.stranger()
                .post("/api/auth/login", Map.of("username", "admin", "password", generated + "x"))
                .expectRefusal(401, "INVALID_CREDENTIALS", "E-AUTH-E-0001");

        var login = parley.stranger().post("/api/auth/login", Map.of("username", "admin", "password", generated));
        login.expect(200).expectMembers("token", "token_expires_at", "must_change_password", "user");
        assertThat(login.flag("must_change_password")).isTrue();
        assertThat(login.text("user/role")).isEqualTo("admin");
        assertThat(Instant.parse(login.text("token_expires_at"))).isAfter(Instant.now());

        var first = Person.signIn(parley.stranger(), "admin", generated);
        var refusal = first.api().get("/api/users").expectRefusal(403, "ACTION_REQUIRED", "E-AUTH-W-0004");
        assertThat(refusal.texts("actions")).containsExactly("CHANGE_PASSWORD");
        first.api().get("/api/me").expect(200);

        var administrator = parley.administrator();
        assertThat(parley.instance().folder().adminPassword()).isEmpty();
        first.api().get("/api/me").expectRefusal(401, "NOT_SIGNED_IN", "E-AUTH-E-0002");
        return administrator;
    }

    private static Person aPersonComesAndChoosesAPassword(Person administrator) {
        var added = administrator.adds("mira");
        added.expectMembers("id", "username", "email", "role", "must_change_password", "temporary_password");
        assertThat(added.text("role")).isEqualTo("user");
        assertThat(added.flag("must_change_password")).isTrue();

        var newcomer = Person.signIn(parley.stranger(), "mira", added.text("temporary_password"));
        assertThat(newcomer.id()).isEqualTo(added.text("id"));
        newcomer.api().post("/api/bot/start").expectRefusal(403, "ACTION_REQUIRED", "E-AUTH-W-0004");
        return newcomer.pastTheFirstPassword();
    }

    private static void nothingStartsWithoutASession(Person mira) {
        mira.api().post("/api/bot/start").expectRefusal(409, "SESSION_INVALID", "E-AUTH-E-0003");
        mira.follows("travel", WANTED).expectRefusal(409, "SESSION_INVALID", "E-AUTH-E-0003");
        assertThat(mira.api().get("/api/bot/jobs").expect(200).items()).isEmpty();

        var tested = mira.testsTheSession().expect(200);
        assertThat(tested.at("session_valid").isBoolean() && !tested.flag("session_valid"))
                .isTrue();
        assertThat(Instant.parse(tested.text("checked_at")))
                .isBefore(Instant.now().plusSeconds(1));
        assertThat(tested.text("reason")).isNotBlank();
    }

    private static String theSecondFactorSurvivesARestart(Person mira) {
        var asked = mira.logsInAtInstagram(ACCOUNT).expect(202);
        assertThat(asked.at("success").isBoolean() && !asked.flag("success")).isTrue();
        assertThat(asked.flag("requires_verification")).isTrue();
        assertThat(asked.text("verification/kind")).isEqualTo("TWO_FACTOR");
        assertThat(asked.texts("verification/methods")).contains("TOTP");
        assertThat(Instant.parse(asked.text("verification/expires_at"))).isAfter(Instant.now());
        var verification = asked.text("verification/id");

        var wrong = mira.verifies(verification, "000000").expectRefusal(422, "CODE_INVALID", "E-AUTH-E-0007");
        assertThat(wrong.number("tries_left")).isEqualTo(TRIES - 1);

        parley.server().restart();

        var connected = mira.verifies(verification, parley.truth().totpNow()).expect(200);
        connected.expectMembers("success", "account_id", "session_valid");
        assertThat(connected.flag("success")).isTrue();
        assertThat(connected.flag("session_valid")).isTrue();
        assertThat(connected.text("account_id")).isEqualTo(asked.text("account_id"));
        mira.verifies(verification, parley.truth().totpNow()).expectRefusal(409, "VERIFICATION_ENDED", "E-AUTH-E-0008");
        return connected.text("account_id");
    }

    private static void theSessionIsValid(Person mira) {
        assertThat(mira.testsTheSession().expect(200).flag("session_valid")).isTrue();
        var accounts = mira.api().get("/api/accounts").expect(200);
        accounts.expectMembers("items", "next_cursor");
        assertThat(accounts.text("items/0/username")).isEqualTo(ACCOUNT);
        assertThat(accounts.text("items/0/state")).isEqualTo("CONNECTED");
    }

    private static Answer fivePeopleAreFollowed(Person mira, String account) {
        assertThat(mira.api().get("/api/bot/status").expect(200).text("state")).isEqualTo("STOPPED");
        var started = mira.api().post("/api/bot/start").expect(200);
        assertThat(started.text("account_id")).isEqualTo(account);
        assertThat(started.text("state")).isIn("RUNNING", "WAITING");
        mira.api().post("/api/bot/start").expect(200);

        var filters = Map.of("skip_private", true);
        var ordered = mira.api()
                .post(
                        "/api/bot/actions/follow-hashtag",
                        Map.of("hashtag", "#Travel", "amount", WANTED, "filters", filters))
                .expect(202);
        var id = ordered.text("id");
        assertThat(ordered.text("state")).isIn("queued", "running");
        return SOON.shows(
                "a completed job", () -> mira.job(id), job -> job.text("state").equals("completed"));
    }

    private static List<String> theTruthConfirms(Person mira, Answer job) {
        var targets = mira.api()
                .get("/api/bot/jobs/" + job.text("id") + "/targets")
                .expect(200)
                .items();
        var succeeded = targets.stream()
                .filter(target -> target.path("state").asString().equals("succeeded"))
                .map(target -> target.path("username").asString())
                .toList();
        assertThat(succeeded).hasSize(WANTED).doesNotHaveDuplicates();

        var follows = parley.truth().followsOf(ACCOUNT);
        assertThat(follows).extracting(Truth.Follow::target).containsExactlyInAnyOrderElementsOf(succeeded);
        assertThat(follows).allMatch(follow -> follow.asked() == 1 && follow.times() == 1 && follow.inForce());
        return succeeded;
    }

    private static void theActivityTellsEach(Person mira, List<String> followed) {
        var activity = mira.api().get("/api/activity?limit=200").expect(200);
        activity.expectMembers("items", "next_cursor");
        var told = activity.items();
        assertThat(told)
                .filteredOn(row -> row.path("action").asString().equals("follow")
                        && row.path("status").asString().equals("succeeded"))
                .extracting(row -> row.path("subject").asString())
                .containsExactlyInAnyOrderElementsOf(followed);
        assertThat(told)
                .filteredOn(row -> row.path("status").asString().equals("skipped"))
                .allSatisfy(row -> assertThat(code(row)).startsWith("E-FLW-I-"));
    }

    private static String code(JsonNode activity) {
        return activity.path("error_code").asString("");
    }

    private static void theSessionSurvivesARestart(Person mira) {
        var logins = parley.truth().logins(ACCOUNT);
        parley.server().restart();
        assertThat(mira.testsTheSession().expect(200).flag("session_valid")).isTrue();
        assertThat(mira.api().get("/api/bot/status").expect(200).text("state")).isIn("RUNNING", "WAITING");
        assertThat(parley.truth().logins(ACCOUNT)).isEqualTo(logins);
    }

    private static void afterLogoutNothingStarts(Person mira, String account) {
        assertThat(mira.api().post("/api/bot/stop").expect(200).text("state")).isEqualTo("STOPPED");
        var out = mira.api().post("/api/bot/logout").expect(200);
        assertThat(out.flag("success")).isTrue();
        assertThat(out.text("account_id")).isEqualTo(account);
        assertThat(mira.testsTheSession().expect(200).flag("session_valid")).isFalse();
        mira.api().post("/api/bot/start").expectRefusal(409, "SESSION_INVALID", "E-AUTH-E-0003");
        mira.follows("travel", 1).expectRefusal(409, "SESSION_INVALID", "E-AUTH-E-0003");
        mira.api().post("/api/auth/logout").expect(200);
        mira.api().get("/api/me").expectRefusal(401, "NOT_SIGNED_IN", "E-AUTH-E-0002");
    }
}
