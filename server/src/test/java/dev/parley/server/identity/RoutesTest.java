package dev.parley.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingParley;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class RoutesTest {

    @RegisterExtension
    static final TestingParley parley =
            TestingParley.start(Map.of(), context -> context.registerBean(ForgetfulApi.class));

    private static final Set<String> OPEN = Set.of(
            "POST /api/auth/login",
            "POST /api/auth/forgot-password",
            "POST /api/auth/reset-password",
            "POST /api/auth/verify-email",
            "POST /api/auth/password-strength",
            "POST /api/admin/initialize-password",
            "GET /api/webhooks/instagram",
            "POST /api/webhooks/instagram",
            "GET /api/errors",
            "GET /api/errors/{code}");

    /** Below an address that the rules open to whoever is signed in; whoever wrote it forgot to say what it needs. */
    @RestController
    static class ForgetfulApi {
        @GetMapping("/api/bot/forgotten")
        String forgotten() {
            return "canary of the inside";
        }
    }

    @Test
    void the_description_says_what_it_is_and_which_calls_are_open() {
        var api = parley.api().get("/api/openapi.json").body();
        assertThat(api.at("/info/title").asString()).isEqualTo("Parley");
        assertThat(api.at("/info/version").asString()).matches("\\d+\\..+");
        assertThat(api.at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
        assertThat(api.at("/security").toString()).contains("token", "session");
        assertThat(api.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        var open = api.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(call -> call.getValue().path("security").isArray())
                        .map(call -> call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
        assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void what_states_no_need_is_not_there_for_anybody() {
        var forgotten = parley.admin().get("/api/bot/forgotten");
        assertThat(forgotten.status()).isEqualTo(404);
        assertThat(forgotten.text()).doesNotContain("canary");
    }

    @Test
    void what_no_rule_names_is_closed_to_strangers_and_not_there_for_anybody_else() {
        for (var path : List.of("/api/nothing/here", "/api/docs", "/actuator/health", "/nothing/here")) {
            var missing = parley.admin().get(path);
            assertThat(missing.status()).as(path).isEqualTo(404);
            assertThat(missing.error()).as(path).isEqualTo("NOT_FOUND");
            assertThat(missing.field("error_code")).as(path).isEqualTo("E-API-E-0004");
            assertThat(parley.api().get(path).status()).as(path).isEqualTo(401);
        }
    }

    @Test
    void health_and_metrics_are_told_on_their_own_port_only() throws Exception {
        var management = parley.setting("local.management.port");
        for (var path : List.of("/actuator/health", "/actuator/prometheus")) {
            var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path))
                    .build();
            var answer = HttpClient.newHttpClient().send(asked, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(parley.admin().get(path).status()).as(path).isEqualTo(404);
        }
    }
}
