package dev.parley.server.identity;

import static dev.parley.server.testing.TestingApi.json;
import static dev.parley.server.testing.TestingParley.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingParley;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PagesTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeAll
    static void somebody_is_there() {
        parley.person("alma");
    }

    @BeforeEach
    void no_password_is_due() {
        parley.database()
                .owner()
                .sql("update users set must_change_password = false")
                .update();
    }

    @Test
    void signs_in_and_returns_to_the_page_that_was_asked_for() throws Exception {
        var asked = get("/profile/change-password?from=mail");
        assertThat(location(asked)).isEqualTo("/login?next=%2Fprofile%2Fchange-password%3Ffrom%3Dmail");
        var form = get(location(asked));
        assertThat(form.body()).contains("value=\"/profile/change-password?from=mail\"");
        var refused = post("/login", form, Map.of("username", "alma", "password", "wrong"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("The username or the password is wrong.", "E-AUTH-E-0001");
        var entered = post("/login", form, credentials("/profile/change-password?from=mail"));
        assertThat(location(entered)).isEqualTo("/profile/change-password?from=mail");
        assertThat(get(location(entered)).body()).contains("Change your password", "alma");
    }

    @Test
    void a_page_that_is_not_there_is_said_so_once_somebody_is_signed_in() throws Exception {
        assertThat(location(get("/no/such/page"))).isEqualTo("/login?next=%2Fno%2Fsuch%2Fpage");
        signIn();
        var missing = get("/no/such/page");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(missing.body()).contains("E-API-E-0004", "alma");
    }

    @Test
    void never_returns_to_another_site() throws Exception {
        for (var next :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example"}) {
            var entered = post("/login", get("/login"), credentials(next));
            assertThat(location(entered)).as(next).isEqualTo("/");
            post("/logout", get("/profile/change-password"), Map.of());
        }
    }

    @Test
    void signing_in_begins_a_new_session_and_signing_out_ends_it() throws Exception {
        signIn();
        var first = cookie("SESSION");
        assertThat(get("/profile/change-password").statusCode()).isEqualTo(200);
        assertThat(cookie("SESSION")).isEqualTo(first);
        post("/login", get("/profile/change-password"), credentials("/"));
        assertThat(cookie("SESSION")).isNotEqualTo(first);
        post("/logout", get("/profile/change-password"), Map.of());
        assertThat(get("/profile/change-password").statusCode()).isEqualTo(302);
    }

    @Test
    void a_form_without_its_proof_or_from_another_site_is_refused() throws Exception {
        signIn();
        var without = send(request("/logout").POST(BodyPublishers.noBody()));
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("E-AUTH-E-0013");
        var page = get("/profile/change-password");
        var foreign = send(request("/logout")
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + encode(proof(page)))));
        assertThat(foreign.statusCode()).isEqualTo(403);
        var overTheApi = send(request("/api/auth/logout").POST(BodyPublishers.noBody()));
        assertThat(overTheApi.statusCode()).isEqualTo(403);
        assertThat(get("/profile/change-password").statusCode()).isEqualTo(200);
    }

    @Test
    void a_due_change_comes_before_every_other_page() throws Exception {
        parley.database()
                .owner()
                .sql("update users set must_change_password = true where username = 'alma'")
                .update();
        signIn();
        assertThat(location(get("/activity"))).isEqualTo("/profile/change-password");
        var form = get("/profile/change-password");
        assertThat(form.body()).contains("before you go on");
        var differs =
                post("/profile/change-password", form, passwords(PASSWORD, "one quiet river", "two quiet rivers"));
        assertThat(differs.statusCode()).isEqualTo(400);
        var changed = post("/profile/change-password", form, passwords(PASSWORD, "one quiet river", "one quiet river"));
        assertThat(location(changed)).isEqualTo("/");
        var back = get("/profile/change-password");
        assertThat(back.body()).doesNotContain("before you go on");
        post("/profile/change-password", back, passwords("one quiet river", PASSWORD, PASSWORD));
    }

    @Test
    void a_session_ends_with_the_persons_access() throws Exception {
        signIn();
        parley.database()
                .owner()
                .sql("update users set disabled_at = now() where username = 'alma'")
                .update();
        assertThat(get("/profile/change-password").statusCode()).isEqualTo(302);
        parley.database()
                .owner()
                .sql("update users set disabled_at = null where username = 'alma'")
                .update();
    }

    @Test
    void where_no_mail_is_sent_the_pages_say_so() {
        parley.person("mara");
        var answer = parley.api().post("/api/auth/forgot-password", json("{'email': 'mara@example.org'}"));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(parley.visitor().get("/forgot-password").words())
                .contains("This Parley sends no mail. Ask an administrator");
    }

    @Test
    void without_mail_an_address_is_changed_at_once_and_the_page_says_so() {
        var jan = parley.person("jan");
        var changed = jan.put(
                "/api/me/email",
                json("{'email': 'jan@elsewhere.example', 'current_password': '%s'}".formatted(PASSWORD)));
        assertThat(changed.field("email")).isEqualTo("jan@elsewhere.example");
        assertThat(changed.text()).contains("\"verified\":false", "\"mail_is_sent\":false");
        assertThat(parley.visitor("kaja").get("/profile/email").words())
                .contains("not confirmed", "a new one counts at once, unconfirmed", "This Parley sends no mail");
    }

    private void signIn() throws Exception {
        assertThat(post("/login", get("/login"), credentials("/")).statusCode()).isEqualTo(302);
    }

    private static Map<String, String> credentials(String next) {
        return Map.of("username", "alma", "password", PASSWORD, "next", next);
    }

    private static Map<String, String> passwords(String current, String wanted, String repeated) {
        return Map.of("current_password", current, "new_password", wanted, "repeated_password", repeated);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, HttpResponse<String> page, Map<String, String> fields)
            throws Exception {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encode(proof(page)) + "&", ""));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(parley.uri(path)).header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String proof(HttpResponse<String> page) {
        var found = PROOF.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere: " + answer.statusCode());
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
