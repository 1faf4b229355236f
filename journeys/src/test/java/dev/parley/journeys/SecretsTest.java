package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.testing.Eventually;
import dev.parley.journeys.testing.Person;
import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Known secrets go through every flow, and are looked for afterwards wherever they must not be. */
class SecretsTest {

    @RegisterExtension
    static final RunningParley parley = RunningParley.asDelivered();

    private static final String OWN_PASSWORD = "canary own password 5150";
    private static final String NEXT_PASSWORD = "canary next password 5151";
    private static final String REFUSED_PASSWORD = "canary refused password 5152";
    private static final String UNREAD_PASSWORD = "canary unread password 5153";
    private static final String INSTAGRAM_PASSWORD = "canary instagram password 5154";
    private static final String WRONG_CODE = "715517";
    private static final Pattern SESSION_ID = Pattern.compile("\\d+%3A[\\w-]+%3A7%3A[\\w-]+");
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(90));

    @Test
    void no_secret_is_found_in_any_log_or_table() throws IOException {
        var secrets = new Secrets();
        secrets.add(parley.instance().folder().adminPassword().orElseThrow());
        secrets.add(OWN_PASSWORD, NEXT_PASSWORD, REFUSED_PASSWORD, UNREAD_PASSWORD, INSTAGRAM_PASSWORD, "sandbox-pass");

        var person = peopleComeAndGo(secrets);
        instagramRefuses(person);
        codesAreAnswered(person, secrets);
        instagramAnswersBadly(person);
        peopleAreFollowed(person);
        parley.server().restart();
        var account = "account_id=" + accountOf(person, "tomas.totp");
        assertThat(person.testsTheSession(account).expect(200).flag("session_valid"))
                .isTrue();
        secrets.add(sessionIds().toArray(String[]::new));
        person.api()
                .post("/api/bot/logout", Map.of("account_id", accountOf(person, "tomas.totp")))
                .expect(200);

        assertThat(secrets.foundInFiles(parley.instance().folder().logs()))
                .as("logs")
                .isEmpty();
        assertThat(secrets.foundInTables(parley.tables())).as("tables").isEmpty();
    }

    private static Person peopleComeAndGo(Secrets secrets) {
        var administrator = parley.administrator();
        secrets.add(administrator.password(), token(administrator));
        var temporary = administrator.adds("mira").text("temporary_password");
        var first = Person.signIn(parley.stranger(), "mira", temporary);
        secrets.add(temporary, token(first));

        parley.stranger()
                .post("/api/auth/login", Map.of("username", "mira", "password", REFUSED_PASSWORD))
                .expect(401);
        parley.stranger()
                .post("/api/auth/login", Map.of("username", REFUSED_PASSWORD, "password", "x"))
                .expect(401);
        parley.stranger()
                .sendJson(
                        "POST",
                        "/api/auth/login",
                        "{\"username\":\"mira\",\"password\":\"%s\"".formatted(UNREAD_PASSWORD))
                .expect(400);
        parley.stranger()
                .post("/api/auth/login", Map.of("username", "mira", "password", List.of(UNREAD_PASSWORD)))
                .expect(400);
        parley.stranger()
                .post("/api/auth/login", Map.of("username", "mira", UNREAD_PASSWORD, UNREAD_PASSWORD))
                .expect(400);

        var own = first.withPassword(OWN_PASSWORD);
        var next = own.withPassword(NEXT_PASSWORD);
        secrets.add(token(own), token(next));
        return next;
    }

    private static String token(Person person) {
        return person.api().headers().getOrDefault("Authorization", "").replace("Bearer ", "");
    }

    private static void instagramRefuses(Person person) {
        person.logsInAtInstagram("alma.plain", INSTAGRAM_PASSWORD).expect(422);
        person.api()
                .post("/api/bot/login", Map.of("username", "alma.plain", "password", List.of(INSTAGRAM_PASSWORD)))
                .expect(400);
    }

    private static void codesAreAnswered(Person person, Secrets secrets) {
        var asked = person.logsInAtInstagram("tomas.totp").expect(202).text("verification/id");
        person.verifies(asked, WRONG_CODE).expect(422);
        var code = parley.truth().totpNow();
        person.verifies(asked, code).expect(200);
        secrets.addCode(WRONG_CODE);
        secrets.addCode(code);

        var sms = person.logsInAtInstagram("sami.sms").expect(202).text("verification/id");
        var sent = parley.truth().newestCode("sami.sms");
        secrets.addCode(sent);
        person.verifies(sms, sent).expect(200);
    }

    private static void instagramAnswersBadly(Person person) {
        for (var fault : List.of("server_error", "not_json", "html", "truncate", "drop")) {
            parley.truth().script(Map.of("account", "alma.plain", "call", "login", "fault", fault, "times", 1));
            assertThat(person.logsInAtInstagram("alma.plain").status())
                    .as(fault)
                    .isBetween(400, 599);
        }
        parley.truth().endScript();
        person.connects("alma.plain");
    }

    private static void peopleAreFollowed(Person person) {
        var account = accountOf(person, "alma.plain");
        person.api().post("/api/bot/start", Map.of("account_id", account)).expect(200);
        var job = person.api()
                .post(
                        "/api/bot/actions/follow-hashtag",
                        Map.of("account_id", account, "hashtag", "travel", "amount", 2))
                .expect(202)
                .text("id");
        SOON.shows(
                "a completed job",
                () -> person.job(job),
                seen -> seen.text("state").equals("completed"));
    }

    private static String accountOf(Person person, String username) {
        return person.api().get("/api/accounts").expect(200).items().stream()
                .filter(account -> account.path("username").asString().equals(username))
                .map(account -> account.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Of all sessions that the sandbox has opened. */
    private static List<String> sessionIds() throws IOException {
        try (Stream<Path> files = Files.walk(parley.instance().folder().root().resolve("sandbox"))) {
            var found = files.filter(Files::isRegularFile)
                    .flatMap(file -> SESSION_ID.matcher(Secrets.read(file)).results())
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
            assertThat(found).as("session ids in the sandbox's folder").isNotEmpty();
            return found;
        }
    }
}
