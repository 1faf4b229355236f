package dev.parley.server.connection;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DriverCheckApiTest {

    private static final SandboxServer instagram = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of("parley.sandbox-url", instagram.baseUrl()));

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

    private static String connected(TestingApi api, String username) {
        var answer =
                api.post("/api/bot/login", json("{'username': '%s', 'password': 'sandbox-pass'}".formatted(username)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.field("account_id");
    }
}
