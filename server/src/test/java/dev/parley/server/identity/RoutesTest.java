package dev.parley.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.core.ErrorCode;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RoutesTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    private static final Set<String> OPEN = Set.of(
            "GET /login",
            "POST /login",
            "GET /login/second-step",
            "POST /login/second-step",
            "POST /api/auth/login",
            "POST /api/admin/initialize-password",
            "GET /api/errors",
            "GET /api/errors/{code}",
            "GET /errors",
            "GET /errors/{code}",
            "GET /api/openapi.json",
            "GET /api/openapi.json.yaml");

    record Route(String method, String pattern) {

        boolean isApi() {
            return pattern.startsWith("/api/");
        }

        TestingApi.Answer call(TestingApi as) {
            var path = pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            var body = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{\"no\": \"such\"}");
            return as.with("Content-Type", "application/json").send(method, path, body);
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @Test
    void strangers_get_in_only_where_that_is_meant() {
        assertThat(routes().filter(route -> !OPEN.contains(route.toString())))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(route.call(parley.api()).status())
                        .as(route.toString())
                        .isIn(401, 403));
    }

    @Test
    void every_route_has_a_rule_of_its_own() {
        var admin = parley.admin();
        assertThat(routes().filter(Route::isApi).filter(RoutesTest::isHarmless))
                .allSatisfy(route -> assertThat(route.call(admin).field("message"))
                        .as(route.toString())
                        .isNotEqualTo(ErrorCode.NOT_FOUND.description()));
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
        assertThat(open)
                .containsExactlyInAnyOrderElementsOf(OPEN.stream()
                        .filter(route -> route.contains(" /api/") && !route.contains("openapi"))
                        .toList());
    }

    @Test
    void what_is_for_administrators_is_closed_to_everybody_else() {
        var alma = parley.person("alma");
        var id = UUID.randomUUID();
        assertThat(List.of(
                        alma.get("/api/users"),
                        alma.post("/api/users", "{}"),
                        alma.patch("/api/users/" + id, "{}"),
                        alma.delete("/api/users/" + id),
                        alma.post("/api/users/" + id + "/reset-password"),
                        alma.get("/api/admin/limits")))
                .allSatisfy(answer -> assertThat(answer.error()).isEqualTo("FORBIDDEN"));
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

    private static Stream<Route> routes() {
        return parley.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> !pattern.equals("/error"))
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), pattern))));
    }

    /** Not what signs the caller out, nor what never ends. */
    private static boolean isHarmless(Route route) {
        return !Set.of("POST /api/auth/logout", "GET /api/events").contains(route.toString());
    }
}
