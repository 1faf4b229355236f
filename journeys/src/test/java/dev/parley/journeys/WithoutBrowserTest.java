package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.instance.ServerOptions;
import dev.parley.journeys.testing.Eventually;
import dev.parley.journeys.testing.Person;
import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.Truth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** A server on a machine without a browser, alone, and beside one that has it. */
@Tag("long")
class WithoutBrowserTest {

    private static final String PATH = "PATH";
    private static final String PLAYWRIGHTS = "PLAYWRIGHT_BROWSERS_PATH";
    private static final String NOWHERE = "/nowhere";
    private static final String BROWSER = "browser";
    private static final String ACCOUNT = "alma.plain";
    private static final int WANTED = 3;
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(180));

    @RegisterExtension
    static final RunningParley parley = RunningParley.with(Map.of(PATH, NOWHERE, PLAYWRIGHTS, NOWHERE));

    @Test
    void says_what_is_missing_while_it_is_alone_and_leaves_the_work_to_the_other_then() {
        var administrator = parley.administrator();
        var mira = parley.newPerson("mira");
        var refused = mira.api()
                .post("/api/bot/login", Map.of("username", ACCOUNT, "password", Truth.PASSWORD, "driver", BROWSER));
        assertThat(refused.status()).as(refused.raw()).isEqualTo(502);
        assertThat(refused.text("message")).contains("There is no Chromium on this machine");
        assertThat(parley.truth().logins(ACCOUNT)).isEmpty();
        assertThat(lacking(administrator)).hasSize(1);

        parley.instance()
                .startServer(ServerOptions.node("equipped")
                        .withEnvironment(Map.of(PATH, System.getenv(PATH), PLAYWRIGHTS, "")));
        SOON.holds("two nodes", () -> nodes(administrator).size() == 2);
        assertThat(lacking(administrator)).hasSize(1);

        mira.connects(ACCOUNT, BROWSER);
        mira.api().post("/api/bot/start").expect(200);
        var job = mira.follows("travel", WANTED).expect(202).text("id");
        SOON.shows(
                "a completed job",
                () -> mira.job(job),
                seen -> seen.text("state").equals("completed"));
        assertThat(parley.truth().followsOf(ACCOUNT))
                .hasSize(WANTED)
                .allMatch(follow -> follow.times() == 1 && follow.inForce());
        assertThat(parley.truth().logins(ACCOUNT)).hasSize(1);
    }

    private static List<JsonNode> nodes(Person administrator) {
        return administrator.api().get("/api/admin/nodes").expect(200).list("nodes");
    }

    private static List<JsonNode> lacking(Person administrator) {
        return nodes(administrator).stream()
                .filter(node -> node.path("lacks").valueStream().anyMatch(driver -> BROWSER.equals(driver.asString())))
                .toList();
    }
}
