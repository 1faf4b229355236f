package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.testing.Api;
import dev.parley.journeys.testing.Person;
import dev.parley.journeys.testing.Routes;
import dev.parley.journeys.testing.Routes.Route;
import dev.parley.journeys.testing.RunningParley;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call that the server says it takes, made by those who may not. */
class TenancyTest {

    @RegisterExtension
    static final RunningParley parley = RunningParley.asDelivered();

    private static final Set<String> FOR_EVERYBODY = Set.of(
            "POST /api/auth/login",
            "POST /api/admin/initialize-password",
            "GET /api/errors",
            "GET /api/errors/{code}",
            "POST /api/auth/forgot-password",
            "POST /api/auth/reset-password",
            "POST /api/auth/verify-email",
            "POST /api/auth/password-strength");

    private static final Set<String> FOR_ADMINISTRATORS = Set.of(
            "GET /api/users",
            "POST /api/users",
            "PATCH /api/users/{id}",
            "DELETE /api/users/{id}",
            "DELETE /api/users/{id}/factors",
            "POST /api/users/{id}/reset-password",
            "POST /api/users/{id}/reset-link");

    /** In no workspace in particular. */
    private static final Set<String> ABOUT_ONESELF = Set.of(
            "GET /api/me",
            "POST /api/auth/logout",
            "PUT /api/users/{id}/change-password",
            "GET /api/workspaces",
            "POST /api/workspaces",
            "POST /api/invitations/accept");

    private static final String SOMEBODY_PROTECTED = "grandmother";

    private static Person mira;
    private static Person noah;
    private static String workspace;
    private static String account;
    private static String job;
    private static String verification;

    @BeforeAll
    static void moveIn() {
        mira = parley.newPerson("mira");
        noah = parley.newPerson("noah");
        workspace = mira.api().get("/api/workspaces").expect(200).text("items/0/id");
        account = mira.connects("alma.plain");
        job = mira.follows("travel", 1).expect(202).text("id");
        verification = mira.logsInAtInstagram("sami.sms").expect(202).text("verification/id");
        mira.api()
                .put("/api/contacts/protected/" + SOMEBODY_PROTECTED, Map.of())
                .expect(200);
    }

    static List<Route> routes() {
        return Routes.of(parley.stranger());
    }

    static Stream<Route> protectedRoutes() {
        return routes().stream().filter(route -> !FOR_EVERYBODY.contains(route.toString()));
    }

    static Stream<Route> administratorsRoutes() {
        return protectedRoutes().filter(TenancyTest::forAdministrators);
    }

    static Stream<Route> peoplesRoutes() {
        return protectedRoutes().filter(route -> !forAdministrators(route));
    }

    private static boolean forAdministrators(Route route) {
        return route.startsWith("/api/admin") || FOR_ADMINISTRATORS.contains(route.toString());
    }

    static Stream<Route> routesOfThings() {
        return peoplesRoutes().filter(route -> route.has("id"));
    }

    static Stream<Route> routesOfAnAccount() {
        return peoplesRoutes().filter(route -> route.queryParameters().contains("account_id"));
    }

    static Stream<Route> routesInAWorkspace() {
        return peoplesRoutes()
                .filter(route -> !ABOUT_ONESELF.contains(route.toString()) && !route.startsWith("/api/me"));
    }

    @Test
    void tells_all_its_calls() {
        assertThat(routes())
                .extracting(Route::toString)
                .contains(
                        "POST /api/auth/login",
                        "POST /api/bot/login",
                        "POST /api/bot/actions/follow-hashtag",
                        "POST /api/bot/jobs/{id}/cancel",
                        "GET /api/accounts/{id}",
                        "GET /api/activity");
    }

    @ParameterizedTest
    @MethodSource("protectedRoutes")
    void a_stranger_is_asked_to_sign_in(Route route) {
        route.call(parley.stranger(), mirasPath(route)).expectRefusal(401, "NOT_SIGNED_IN", "E-AUTH-E-0002");
    }

    @Test
    void a_disabled_person_is_asked_to_sign_in_everywhere() {
        var gone = parley.newPerson("gone" + UUID.randomUUID().toString().substring(0, 8));
        parley.administrator()
                .api()
                .patch("/api/users/" + gone.id(), Map.of("disabled", true))
                .expect(200);
        assertThat(protectedRoutes())
                .allSatisfy(route ->
                        route.call(gone.api(), mirasPath(route)).expectRefusal(401, "NOT_SIGNED_IN", "E-AUTH-E-0002"));
    }

    @ParameterizedTest
    @MethodSource("administratorsRoutes")
    void a_person_without_the_role_is_refused(Route route) {
        route.call(noah.api(), mirasPath(route)).expectRefusal(403, "FORBIDDEN", "E-AUTH-E-0005");
    }

    @ParameterizedTest
    @MethodSource("routesOfThings")
    void what_is_another_ones_is_answered_like_what_is_not_there(Route route) {
        var foreign = route.call(noah.api(), mirasPath(route), body(route)).expect(404);
        var missing = route.call(noah.api(), nobodysPath(route), body(route)).expect(404);
        assertThat(foreign.text("error")).isEqualTo(missing.text("error"));
    }

    @ParameterizedTest
    @MethodSource("routesOfThings")
    void an_administrator_is_no_exception(Route route) {
        var answer = route.call(parley.administrator().api(), mirasPath(route), body(route));
        if (route.toString().equals("GET /api/users/{id}/activity")) {
            assertThat(answer.expect(200).raw()).doesNotContain("alma.plain", account, "travel");
        } else {
            answer.expect(404);
        }
    }

    private static String body(Route route) {
        return route.toString().startsWith("PATCH ") ? "{\"name\":\"mine\"}" : passwords();
    }

    private static String passwords() {
        return "{\"current_password\":\"%s\",\"new_password\":\"%<s!\"}".formatted(noah.password());
    }

    @ParameterizedTest
    @MethodSource("routesOfAnAccount")
    void another_ones_account_is_answered_like_none_as_a_parameter(Route route) {
        var own = route.template().replace("{id}", noah.id()) + "?account_id=";
        var foreign = route.call(noah.api(), own + account);
        var missing = route.call(noah.api(), own + UUID.randomUUID());
        assertThat(foreign.status()).as("%s answered %s", route, foreign.raw()).isEqualTo(missing.status());
        assertThat(foreign.text("error")).isEqualTo(missing.text("error"));
        assertThat(foreign.items()).isEmpty();
    }

    @Test
    void another_ones_account_is_not_there_in_a_body() {
        var foreign = Map.of("account_id", account);
        Stream.of("start", "stop", "logout")
                .forEach(verb -> noah.api()
                        .post("/api/bot/" + verb, foreign)
                        .expectRefusal(404, "ACCOUNT_NOT_FOUND", "E-ACC-E-0002"));
        noah.api()
                .post(
                        "/api/bot/actions/follow-hashtag",
                        Map.of("account_id", account, "hashtag", "travel", "amount", 1))
                .expectRefusal(404, "ACCOUNT_NOT_FOUND", "E-ACC-E-0002");
        noah.api()
                .post("/api/bot/login", Map.of("user_id", mira.id(), "username", "alma.plain", "password", "x"))
                .expectRefusal(404, "USER_NOT_FOUND", "E-USR-E-0001");
    }

    @Test
    void another_ones_verification_cannot_be_answered() {
        var code = parley.truth().newestCode("sami.sms");
        noah.verifies(verification, code).expectRefusal(409, "VERIFICATION_ENDED", "E-AUTH-E-0008");
        noah.api()
                .post("/api/bot/verify/resend", Map.of("verification_id", verification))
                .expectRefusal(409, "VERIFICATION_ENDED", "E-AUTH-E-0008");
        noah.api()
                .post("/api/bot/verify/choose", Map.of("verification_id", verification, "method", "SMS"))
                .expectRefusal(409, "VERIFICATION_ENDED", "E-AUTH-E-0008");
        noah.api()
                .post(
                        "/api/bot/verify/authorization",
                        Map.of("verification_id", verification, "brought_back", Map.of("code", "1")))
                .expectRefusal(409, "VERIFICATION_ENDED", "E-AUTH-E-0008");
    }

    @ParameterizedTest
    @MethodSource("routesInAWorkspace")
    void another_ones_workspace_cannot_be_named(Route route) {
        var api = noah.api().with("X-Workspace", workspace);
        var answer = route.call(api, mirasPath(route), validBody(route));
        assertThat(answer.status()).as("%s answered %s", route, answer.raw()).isEqualTo(404);
    }

    private static String validBody(Route route) {
        return switch (route.template()) {
            case "/api/bot/login" -> "{\"username\":\"alma.plain\",\"password\":\"x\"}";
            case "/api/bot/verify" -> "{\"verification_id\":\"%s\",\"code\":\"1\"}".formatted(verification);
            case "/api/bot/verify/resend" -> "{\"verification_id\":\"%s\"}".formatted(verification);
            case "/api/bot/verify/choose" -> "{\"verification_id\":\"%s\",\"method\":\"SMS\"}".formatted(verification);
            case "/api/bot/verify/authorization" ->
                "{\"verification_id\":\"%s\",\"brought_back\":{\"code\":\"1\"}}".formatted(verification);
            case "/api/bot/actions/follow-hashtag" -> "{\"hashtag\":\"travel\",\"amount\":1}";
            default -> "{}";
        };
    }

    @Test
    void lists_show_only_what_is_ones_own() {
        noah.api().delete("/api/contacts/protected/" + SOMEBODY_PROTECTED);
        Stream.of("/api/accounts", "/api/bot/jobs", "/api/contacts/protected").forEach(list -> {
            assertThat(listed(noah.api(), list)).as(list).isZero();
            assertThat(listed(mira.api(), list)).as(list).isPositive();
        });
        assertThat(noah.api().get("/api/activity").expect(200).raw()).doesNotContain("alma.plain", account);
        assertThat(mira.api().get("/api/activity").expect(200).raw()).contains("alma.plain");
    }

    private static int listed(Api api, String list) {
        return api.get(list).expect(200).items().size();
    }

    @Test
    void an_account_that_another_one_has_connected_is_refused_without_a_word_about_them() {
        var olga = parley.newPerson("olga");
        var refusal = olga.logsInAtInstagram("alma.plain").expectRefusal(409, "ACCOUNT_TAKEN", "E-ACC-E-0003");
        assertThat(refusal.raw()).doesNotContain("mira", mira.id(), account);
        assertThat(mira.testsTheSession("account_id=" + account).expect(200).flag("session_valid"))
                .isTrue();
    }

    private static String mirasPath(Route route) {
        return path(route, workspace, mira.id(), account, job);
    }

    private static String nobodysPath(Route route) {
        var nobody = UUID.randomUUID().toString();
        return path(route, nobody, nobody, nobody, nobody);
    }

    private static String path(Route route, String ofWorkspace, String user, String ofAccount, String ofJob) {
        var id = route.startsWith("/api/users") ? user : route.startsWith("/api/accounts") ? ofAccount : ofJob;
        var path = route.template()
                .replace("{id}", id)
                .replace("{user_id}", user)
                .replace("{workspace}", ofWorkspace)
                .replace("{user}", user)
                .replace("{invitation}", ofJob)
                .replace("{check}", "current-user")
                .replace("{username}", SOMEBODY_PROTECTED);
        assertThat(path)
                .as("%s has a parameter that this test does not know", route)
                .doesNotContain("{");
        return path;
    }
}
