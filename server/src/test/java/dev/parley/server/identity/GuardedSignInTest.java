package dev.parley.server.identity;

import static dev.parley.server.testing.TestingApi.json;
import static dev.parley.server.testing.TestingParley.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingVisitor;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GuardedSignInTest {

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @RegisterExtension
    static final TestingParley parley =
            TestingParley.start(Map.of("parley.web.trusted-proxies", "127.0.0.1, 10.0.0.0/8"));

    private static final int ENOUGH = 6;
    private static final Iterator<String> ADDRESSES = IntStream.range(0, 60_000)
            .mapToObj(n -> "198.18." + n / 250 + "." + n % 250)
            .iterator();

    @BeforeEach
    void the_clock_stands_still() {
        parley.clock().set(Instant.now());
    }

    @AfterEach
    void the_clock_runs_on() {
        parley.clock().reset();
    }

    private static TestingApi.Answer login(String address, String username, String password) {
        return parley.api()
                .with("X-Correlation-Id", "same")
                .with("X-Forwarded-For", address)
                .post("/api/auth/login", json("{'username': '%s', 'password': '%s'}".formatted(username, password)));
    }

    private static void attack(String username) {
        IntStream.range(0, ENOUGH).forEach(n -> login(ADDRESSES.next(), username, "wrong"));
    }

    @Test
    void after_some_failures_right_is_answered_like_wrong_at_the_same_cost_until_the_wait_is_over() {
        parley.person("alma");
        var wrong = login(ADDRESSES.next(), "alma", "wrong");
        attack("alma");
        var passwords = parley.bean(Passwords.class);
        var before = passwords.operations();
        var right = login(ADDRESSES.next(), "alma", PASSWORD);
        assertThat(right.status()).isEqualTo(401);
        assertThat(right.text()).isEqualTo(wrong.text());
        assertThat(passwords.operations() - before).isEqualTo(1);
        var unknown = login(ADDRESSES.next(), "nobody", "wrong");
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(passwords.operations() - before).isEqualTo(2);
        parley.clock().advance(Duration.ofMinutes(16));
        assertThat(login(ADDRESSES.next(), "alma", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void the_count_survives_a_restart_and_no_success_takes_it_back() {
        parley.person("boris");
        IntStream.range(0, ENOUGH - 1).forEach(n -> login(ADDRESSES.next(), "boris", "wrong"));
        assertThat(login(ADDRESSES.next(), "boris", PASSWORD).status()).isEqualTo(200);
        parley.restart();
        assertThat(login(ADDRESSES.next(), "boris", "wrong").status()).isEqualTo(401);
        assertThat(login(ADDRESSES.next(), "boris", PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void whoever_guesses_links_at_an_address_is_answered_there_as_if_none_worked() {
        var link = linkFor("hedda");
        IntStream.range(0, 31).forEach(n -> assertEnded(reset("192.0.2.40", "guessed" + n)));
        assertEnded(reset("192.0.2.40", link));
        assertThat(reset("192.0.2.41", link).status()).isEqualTo(200);
    }

    @Test
    void asking_for_links_again_and_again_counts_for_the_address_too() {
        var link = linkFor("ivan");
        IntStream.range(0, 31)
                .forEach(n -> from("192.0.2.50")
                        .post("/api/auth/forgot-password", json("{'email': 'nobody%d@example.org'}".formatted(n))));
        assertEnded(reset("192.0.2.50", link));
        parley.clock().advance(Duration.ofMinutes(5));
        assertThat(reset("192.0.2.50", link).status()).isEqualTo(200);
    }

    private static String linkFor(String username) {
        var id = parley.person(username).get("/api/me").field("id");
        var given = parley.admin().post("/api/users/" + id + "/reset-link");
        return given.field("link").replaceFirst(".*token=", "");
    }

    private static TestingApi from(String address) {
        return parley.api().with("X-Forwarded-For", address);
    }

    private static TestingApi.Answer reset(String address, String token) {
        return from(address)
                .post(
                        "/api/auth/reset-password",
                        json("{'token': '%s', 'new_password': 'a wider river at dusk'}".formatted(token)));
    }

    private static void assertEnded(TestingApi.Answer answer) {
        assertThat(answer.error()).isEqualTo("LINK_ENDED");
    }

    @Test
    void a_known_browser_gets_in_while_others_guess() {
        parley.person("clara");
        var known = visitor("clara");
        known.submit("/logout");
        attack("clara");
        var stranger = parley.visitor();
        stranger.get("/login");
        var refused = stranger.submit("/login", "username", "clara", "password", PASSWORD);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.words())
                .contains("The username or the password is wrong.", "even the right password is refused");
        known.get("/login");
        assertThat(known.submit("/login", "username", "clara", "password", PASSWORD)
                        .location())
                .isEqualTo("/");
        assertThat(known.get("/profile/factors").words())
                .contains("Somebody tried to sign in as you", "6 wrong passwords");
        known.delete("/profile/factors/warnings");
        assertThat(known.get("/profile/factors").words()).doesNotContain("Somebody tried");
    }

    private static TestingVisitor visitor(String name) {
        var visitor = parley.visitor();
        visitor.get("/login");
        assertThat(visitor.submit("/login", "username", name, "password", PASSWORD)
                        .location())
                .isEqualTo("/");
        visitor.get("/profile/factors");
        return visitor;
    }

    @Test
    void another_persons_device_is_no_help_at_guessing() {
        parley.person("dora");
        parley.person("emil");
        attack("dora");
        var emils = visitor("emil");
        emils.submit("/logout");
        emils.get("/login");
        assertThat(emils.submit("/login", "username", "dora", "password", PASSWORD)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void what_a_client_claims_beyond_the_nearest_trusted_proxy_is_not_believed() {
        parley.person("frida");
        IntStream.range(0, 31).forEach(n -> login(ADDRESSES.next() + ", 192.0.2.1, 10.1.2.3", "no" + n, "wrong"));
        assertThat(login("192.0.2.1", "frida", PASSWORD).status()).isEqualTo(401);
        assertThat(login("192.0.2.1, 192.0.2.2", "frida", PASSWORD).status()).isEqualTo(200);
        assertThat(login("nonsense", "frida", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void tls_at_a_trusted_proxy_makes_cookies_secure() {
        var plain = parley.api().with("Accept", "text/html").get("/login");
        assertThat(plain.header("Strict-Transport-Security")).isNull();
        var behind = parley.api()
                .with("Accept", "text/html")
                .with("X-Forwarded-Proto", "https")
                .get("/login");
        assertThat(behind.header("Strict-Transport-Security")).isNotNull();
        assertThat(behind.header("Set-Cookie"))
                .startsWith("__Host-parley-csrf=")
                .contains("; Secure", "; HttpOnly", "; Path=/", "; SameSite=Strict")
                .doesNotContain("Domain");
        assertThat(plain.header("Set-Cookie")).startsWith("parley-csrf=").doesNotContain("Secure");
    }

    @Test
    void behind_tls_only_cookies_of_this_host_sign_anybody_in() {
        parley.person("hedwig");
        var browser = parley.api().with("Accept", "text/html").with("X-Forwarded-Proto", "https");
        var entered = submit(browser, browser.get("/login"), "hedwig");
        assertThat(entered.header("Location")).isEqualTo("/");
        assertThat(cookies(entered))
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("; Secure", "; HttpOnly", "; Path=/", "; SameSite=")
                        .doesNotContain("Domain"));
        var session = cookies(entered).stream()
                .filter(cookie -> cookie.startsWith("__Host-SESSION="))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .findFirst()
                .orElseThrow();
        assertThat(browser.with("Cookie", session).get("/").status()).isEqualTo(200);
        var planted = session.replace("__Host-", "");
        assertThat(browser.with("Cookie", planted).get("/").header("Location")).startsWith("/login");
    }

    @Test
    void over_plain_http_from_another_machine_signing_in_works_and_says_who_can_read_along() {
        parley.person("ida");
        var warning = "This connection is not encrypted";
        var page = parley.api().with("Accept", "text/html");
        assertThat(page.get("/login").text()).doesNotContain(warning);
        assertThat(page.with("X-Forwarded-For", "192.168.0.7")
                        .with("X-Forwarded-Proto", "https")
                        .get("/login")
                        .text())
                .doesNotContain(warning);
        var overTheNetwork = page.with("X-Forwarded-For", "192.168.0.7");
        var form = overTheNetwork.get("/login");
        assertThat(form.text()).contains(warning);
        assertThat(form.header("Strict-Transport-Security")).isNull();
        assertThat(submit(overTheNetwork, form, "ida").header("Location")).isEqualTo("/");
    }

    /** Signs in by the form of a page. */
    private static TestingApi.Answer submit(TestingApi browser, TestingApi.Answer form, String username) {
        var proof = PROOF.matcher(form.text());
        assertThat(proof.find()).isTrue();
        var typed = "username=%s&password=%s&_csrf=%s"
                .formatted(username, URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8), proof.group(1));
        return browser.with("Cookie", cookies(form).getFirst().replaceFirst(";.*", ""))
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/login", BodyPublishers.ofString(typed));
    }

    private static List<String> cookies(TestingApi.Answer answer) {
        return answer.http().headers().allValues("Set-Cookie");
    }

    @Test
    void the_current_password_cannot_be_guessed_from_a_stolen_session_either() {
        var greta = parley.person("greta");
        var path = "/api/users/" + greta.get("/api/me").field("id") + "/change-password";
        var change = "{'current_password': '%s', 'new_password': 'a wider river at dusk'}";
        IntStream.range(0, ENOUGH).forEach(n -> greta.put(path, json(change.formatted("wrong"))));
        assertThat(greta.put(path, json(change.formatted(PASSWORD))).error()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(parley.as("greta", PASSWORD).get("/api/me").status()).isEqualTo(200);
        parley.clock().advance(Duration.ofMinutes(1));
        assertThat(greta.put(path, json(change.formatted(PASSWORD))).status()).isEqualTo(200);
    }
}
