package dev.parley.sandbox.website;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.website.variant.Variant;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the website's own scripts, and programs in their place, ask and are told. */
@ExtendWith(SandboxExtension.class)
class WebsiteCallsTest {
    private final SandboxServer sandbox;
    private TestingVisitor visitor;

    WebsiteCallsTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        visitor = new TestingVisitor(sandbox.baseUrl());
    }

    @BeforeEach
    void signIn() {
        visitor = TestingVisitor.signedIn(sandbox.makeAccounts("fan", 1).getFirst(), sandbox.baseUrl());
    }

    @Test
    void cookies_live_as_long_as_the_real_ones() {
        var stranger = new TestingVisitor(sandbox.baseUrl());
        List<String> first = TestingVisitor.cookiesSet(stranger.get("/accounts/login/"));
        stranger.logIn("alma.plain", "wrong");
        JsonNode reply = stranger.logIn("alma.plain", "sandbox-pass");

        assertThat(first)
                .hasSize(4)
                .anyMatch(cookie -> cookie.matches("csrftoken=[A-Za-z0-9_-]{32}; Path=/; Max-Age=34560000"))
                .anyMatch(cookie -> cookie.matches("mid=[A-Za-z0-9_-]{28}; Path=/; Max-Age=34560000"))
                .anyMatch(cookie -> cookie.matches("ig_did=[0-9A-F-]{36}; Path=/; Max-Age=31536000; HttpOnly"))
                .anyMatch(cookie -> cookie.matches("datr=.{24}; Path=/; Max-Age=34560000; HttpOnly"));
        assertThat(reply.get("authenticated").asBoolean()).isTrue();
        assertThat(stranger.cookie("sessionid")).matches("9000000001%3A.{14}%3A\\d+%3A.{28}");
        assertThat(stranger.cookie("rur")).matches("\"[A-Z]{3}\\\\0549000000001\\\\054\\d+:01f.+\"");
        assertThat(stranger.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void the_probe_names_the_account_and_a_revoked_session_keeps_its_cookie() {
        assertThat(visitor.json("/api/v1/accounts/edit/web_form_data/")
                        .at("/form_data/username")
                        .asString())
                .isEqualTo("fan.1");

        sandbox.revokeSessions("fan.1");

        var probe = visitor.get("/api/v1/accounts/edit/web_form_data/");
        assertThat(probe.statusCode()).isEqualTo(403);
        assertThat(Json.read(probe.body()).get("message").asString()).isEqualTo("login_required");
        var page = visitor.get("/accounts/edit/");
        assertThat(page.headers().firstValue("Location")).contains("/accounts/login/?next=%2Faccounts%2Fedit%2F");
        assertThat(visitor.cookie("sessionid")).isNotEmpty();
        sandbox.website().variant(Variant.REVOKED_COOKIE_DELETED);
        visitor.get("/");
        assertThat(visitor.cookie("sessionid")).isEmpty();
    }

    @Test
    void a_profile_is_told_as_programs_read_it() {
        String name = sandbox.people().getFirst().username();

        JsonNode user =
                visitor.json("/api/v1/users/web_profile_info/?username=" + name).at("/data/user");

        assertThat(user.get("id").asString())
                .isEqualTo(Long.toString(sandbox.people().getFirst().id()));
        assertThat(user.propertyNames())
                .contains("username", "full_name", "is_private", "is_verified", "followed_by_viewer")
                .contains("requested_by_viewer", "follows_viewer", "blocked_by_viewer");
        assertThat(user.at("/edge_followed_by/count").isIntegralNumber()).isTrue();
        assertThat(user.at("/edge_follow/count").isIntegralNumber()).isTrue();
        assertThat(user.at("/edge_owner_to_timeline_media/count").isIntegralNumber())
                .isTrue();
        assertThat(visitor.get("/api/v1/users/web_profile_info/?username=nobody.at.all")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_post_without_the_token_and_a_get_without_the_app_id_are_refused() {
        long id = sandbox.people().getFirst().id();
        var follow = visitor.request("/api/v1/friendships/create/" + id + "/")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        var probe = HttpRequest.newBuilder(visitor.request("/api/v1/accounts/edit/web_form_data/")
                        .build()
                        .uri())
                .header("User-Agent", "Mozilla/5.0")
                .build();

        assertThat(visitor.send(follow).statusCode()).isEqualTo(403);
        assertThat(visitor.send(probe).statusCode()).isEqualTo(400);
        assertThat(sandbox.follows("fan.1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIN_REQUIRED, 302, ''",
        "REDIRECT_TO_LOGIN, 302, ''",
        "CHALLENGE_REQUIRED, 302, ''",
        "CHECKPOINT_REQUIRED, 302, ''",
        "CONSENT_REQUIRED, 302, ''",
        "RATE_LIMITED, 429, Please wait a few minutes before you try again.",
        "SERVER_ERROR, 500, 'Sorry, something went wrong'",
        "HTML, 200, Something went wrong",
        "FEEDBACK_REQUIRED, 200, data-blocked",
        "USER_NOT_FOUND, 404, The link you followed may be broken",
        "NO_EFFECT, 200, data-follow"
    })
    void a_fault_on_a_page_is_a_page(Fault fault, int status, String has) {
        sandbox.script(ScriptedFault.of(Call.USER, fault).forAccount("fan.1"));
        String page = "/" + sandbox.people().getFirst().username() + "/";

        var response = visitor.get(page);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(has);
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIN_REQUIRED, 403, login_required",
        "CHALLENGE_REQUIRED, 400, challenge_required",
        "CHECKPOINT_REQUIRED, 400, checkpoint_required",
        "RATE_LIMITED, 429, Please wait a few minutes before you try again.",
        "FEEDBACK_REQUIRED, 400, feedback_required"
    })
    void a_fault_on_a_call_is_json_and_nothing_happens(Fault fault, int status, String message) {
        sandbox.script(ScriptedFault.of(Call.FOLLOW, fault));
        long id = sandbox.people().getFirst().id();

        var response = visitor.post("/api/v1/friendships/create/" + id + "/", Map.of());

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Json.read(response.body()).get("message").asString()).isEqualTo(message);
        assertThat(sandbox.follows("fan.1"))
                .singleElement()
                .matches(follow -> follow.asked() == 1 && follow.times() == 0);
    }

    @Test
    void a_name_that_begins_like_a_path_is_a_profile() {
        sandbox.makeAccounts("challengemtv", 1);

        assertThat(visitor.get("/challengemtv.1/").body()).contains("<h2>challengemtv.1</h2>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example"})
    void nobody_is_sent_off_the_site(String next) {
        var response = visitor.get("/accounts/login/?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));

        assertThat(response.headers().firstValue("Location")).contains("/");
    }

    @Test
    void what_the_app_asks_is_answered_as_the_app_expects() {
        var app = HttpRequest.newBuilder(
                        visitor.request("/api/v1/friendships/show/1/").build().uri())
                .header("User-Agent", "Instagram 428.0.0 Android")
                .build();

        assertThat(visitor.send(app).body()).contains("The app sends the header");
    }
}
