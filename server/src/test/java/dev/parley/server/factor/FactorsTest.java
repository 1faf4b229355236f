package dev.parley.server.factor;

import static dev.parley.server.testing.TestingApi.json;
import static dev.parley.server.testing.TestingParley.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingVisitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FactorsTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    private static final Pattern SECRET = Pattern.compile("<code class=\"long-secret\">([A-Z2-7]+)</code>");
    private static final Pattern RECOVERY_CODE = Pattern.compile("<code>([a-z2-9-]+)</code>");
    private static final Duration A_STEP = Duration.ofSeconds(30);

    @BeforeEach
    void the_clock_stands_still() {
        parley.clock().set(Instant.now());
    }

    @AfterEach
    void the_clock_runs_on() {
        parley.clock().reset();
    }

    /** Somebody with an authenticator app, and the codes that they keep in a drawer. */
    record Guarded(String name, TestingApi api, TestingApp app, List<String> recoveryCodes) {

        TestingApi.Answer login(String otp) {
            return parley.api()
                    .post(
                            "/api/auth/login",
                            json("{'username': '%s', 'password': '%s', 'otp': '%s'}".formatted(name, PASSWORD, otp)));
        }
    }

    private static Guarded guarded(String name) {
        var api = parley.person(name);
        var begun = api.post("/api/me/factors/totp");
        assertThat(begun.status()).isEqualTo(201);
        var app = TestingApp.reading(begun.field("secret"), parley.clock());
        var confirmed = confirm(api, app.code());
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        parley.clock().advance(A_STEP);
        return new Guarded(name, api, app, codes(confirmed));
    }

    private static TestingApi.Answer confirm(TestingApi api, String code) {
        return api.post("/api/me/factors/totp/confirm", json("{'code': '%s'}".formatted(code)));
    }

    private static List<String> codes(TestingApi.Answer answer) {
        return answer.body()
                .path("recovery_codes")
                .valueStream()
                .map(code -> code.asString())
                .toList();
    }

    @Test
    void an_authenticator_counts_from_its_first_code_on() {
        var alma = parley.person("alma");
        var begun = alma.post("/api/me/factors/totp");
        assertThat(begun.field("otpauth_uri")).startsWith("otpauth://totp/Parley:alma?secret=" + begun.field("secret"));
        assertThat(begun.field("qr_svg")).startsWith("<svg ");
        assertThat(alma.get("/api/me/factors").field("authenticator_since")).isEmpty();
        assertThat(parley.as("alma", PASSWORD).get("/api/me").status()).isEqualTo(200);

        var app = TestingApp.reading(begun.field("secret"), parley.clock());
        var wrong = confirm(alma, app.code(Duration.ofMinutes(5)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.error()).isEqualTo("FACTOR_CODE_WRONG");
        assertThat(codes(confirm(alma, app.code()))).hasSize(10).doesNotHaveDuplicates();

        assertThat(alma.get("/api/me/factors")
                        .body()
                        .path("recovery_codes_left")
                        .asInt())
                .isEqualTo(10);
        assertThat(alma.post("/api/me/factors/totp").error()).isEqualTo("FACTOR_ON_ALREADY");
        var missing = parley.api()
                .post("/api/auth/login", json("{'username': 'alma', 'password': '%s'}".formatted(PASSWORD)));
        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.error()).isEqualTo("SECOND_FACTOR_REQUIRED");
        assertThat(missing.body().path("methods").valueStream().map(method -> method.asString()))
                .containsExactly("TOTP", "RECOVERY_CODE");
        assertThat(missing.text()).doesNotContain("token");
    }

    @Test
    void a_code_works_once_and_so_does_the_one_that_confirmed_the_app() {
        var boris = guarded("boris");
        var code = boris.app().code();
        var before = boris.login(boris.app().code(A_STEP.negated()));
        assertThat(before.status()).isEqualTo(401);
        assertThat(before.error()).isEqualTo("SECOND_FACTOR_WRONG");
        assertThat(boris.login(code).status()).isEqualTo(200);
        assertThat(boris.login(code).error()).isEqualTo("SECOND_FACTOR_WRONG");
        assertThat(boris.login(boris.app().code(A_STEP)).status()).isEqualTo(200);
        assertThat(boris.login(boris.app().code(A_STEP.multipliedBy(2))).error())
                .isEqualTo("SECOND_FACTOR_WRONG");
    }

    @Test
    void of_the_same_code_sent_many_times_at_once_one_works() throws Exception {
        var clara = guarded("clara");
        var app = clara.app().code();
        assertThat(atOnce(() -> clara.login(app).status())).containsOnlyOnce(200);
        var recovery = clara.recoveryCodes().getFirst();
        assertThat(atOnce(() -> clara.login(recovery).status())).containsOnlyOnce(200);
    }

    private static List<Integer> atOnce(Callable<Integer> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> call).limit(6).toList())) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    @Test
    void a_recovery_code_works_once_however_it_is_typed_and_new_ones_take_the_place_of_all() {
        var dora = guarded("dora");
        var first = dora.recoveryCodes().getFirst();
        assertThat(dora.login(first.toUpperCase(Locale.ROOT).replace('-', ' ')).status())
                .isEqualTo(200);
        assertThat(dora.login(first).error()).isEqualTo("SECOND_FACTOR_WRONG");
        assertThat(dora.api()
                        .get("/api/me/factors")
                        .body()
                        .path("recovery_codes_left")
                        .asInt())
                .isEqualTo(9);
        var renewed = codes(dora.api().post("/api/me/factors/recovery-codes"));
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(dora.recoveryCodes());
        assertThat(dora.login(dora.recoveryCodes().get(1)).status()).isEqualTo(401);
        assertThat(dora.login(renewed.get(1)).status()).isEqualTo(200);
    }

    @Test
    void switching_off_needs_the_current_password_and_leaves_the_password_alone() {
        var emil = guarded("emil");
        var path = "/api/me/factors/totp";
        assertThat(emil.api()
                        .sendJson("DELETE", path, json("{'current_password': 'wrong'}"))
                        .error())
                .isEqualTo("INVALID_CREDENTIALS");
        assertThat(emil.login(emil.app().code()).status()).isEqualTo(200);
        assertThat(emil.api()
                        .sendJson("DELETE", path, json("{'current_password': '%s'}".formatted(PASSWORD)))
                        .status())
                .isEqualTo(204);
        assertThat(parley.as("emil", PASSWORD).get("/api/me").status()).isEqualTo(200);
        assertThat(emil.api().post("/api/me/factors/recovery-codes").error()).isEqualTo("FACTOR_NOT_FOUND");
    }

    @Test
    void neither_the_secret_nor_a_code_is_found_in_the_database() {
        var frida = guarded("frida");
        var stored = parley.database().owner().sql("""
                        select (select string_agg(a::text, '') from authenticators a) || (select string_agg(r::text, '') from recovery_codes r)
                            || (select string_agg(l::text, '') from activity_logs l)
                        """).query(String.class).single();
        assertThat(stored)
                .contains("set-up-authenticator")
                .doesNotContain(frida.app().secret().text())
                .doesNotContain(HexFormat.of().formatHex(frida.app().secret().bytes()))
                .doesNotContain(frida.recoveryCodes().getFirst());
    }

    @Test
    void a_page_sets_it_up_with_a_picture_that_says_the_same_as_the_secret() throws Exception {
        var greta = parley.visitor("greta");
        assertThat(greta.get("/profile/change-password").hasLink("/profile/factors"))
                .isTrue();
        greta.get("/profile/factors");
        var shown = greta.follow(greta.submit("/profile/factors/totp"));
        var secret = found(SECRET, shown.text()).getFirst();
        assertThat(read(shown.text())).startsWith("otpauth://totp/Parley:greta?secret=" + secret);

        var wrong = greta.submit("/profile/factors/totp/confirm", "code", "000000");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words()).contains("The code is not the one that the app shows now.");
        var app = TestingApp.reading(secret, parley.clock());
        var codes = greta.submit("/profile/factors/totp/confirm", "code", app.code());
        assertThat(found(RECOVERY_CODE, codes.text())).hasSize(10);
        assertThat(greta.get("/profile/factors").words()).contains("10 of them are left");

        var refused = greta.submit("/profile/factors/totp", "_method", "delete", "current_password", "wrong");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.words()).contains("The password is wrong.");
        greta.submit("/profile/factors/totp", "_method", "delete", "current_password", PASSWORD);
        assertThat(greta.get("/profile/factors").words()).doesNotContain("Recovery codes");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** With the eyes of another program. */
    private static String read(String page) throws Exception {
        var size = Integer.parseInt(
                found(Pattern.compile("viewBox=\"0 0 (\\d+)"), page).getFirst());
        var squares = new BitMatrix(size);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(page)
                .results()
                .forEach(square -> squares.set(Integer.parseInt(square.group(1)), Integer.parseInt(square.group(2))));
        return new Decoder().decode(withoutMargin(squares)).getText();
    }

    private static BitMatrix withoutMargin(BitMatrix squares) {
        var around = squares.getEnclosingRectangle();
        var inner = new BitMatrix(around[2], around[3]);
        for (int y = 0; y < around[3]; y++) {
            for (int x = 0; x < around[2]; x++) {
                if (squares.get(around[0] + x, around[1] + y)) {
                    inner.set(x, y);
                }
            }
        }
        return inner;
    }

    @Test
    void on_the_pages_nobody_is_in_before_the_second_step() {
        var hanna = guarded("hanna");
        var browser = withPassword("hanna");
        assertThat(browser.get("/profile/factors").location()).startsWith("/login?next=");
        var form = browser.get("/login/second-step?next=/activity");
        assertThat(form.words()).contains("One more step", "authenticator app");
        var wrong = browser.submit("/login/second-step", "code", "000000", "next", "/activity");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.words()).contains("The code is wrong, or has been used already.");
        var done = browser.submit("/login/second-step", "code", hanna.app().code(), "next", "/activity");
        assertThat(done.location()).isEqualTo("/activity");
        assertThat(browser.get("/profile/factors").status()).isEqualTo(200);
        assertThat(browser.get("/login/second-step").location()).isEqualTo("/login");
    }

    @Test
    void the_second_step_survives_a_restart() {
        var ida = guarded("ida");
        var browser = withPassword("ida");
        parley.restart();
        var after = browser.at(parley.uri("/"));
        assertThat(after.get("/login/second-step").words()).contains("One more step");
        assertThat(after.submit(
                                "/login/second-step",
                                "code",
                                ida.recoveryCodes().getFirst())
                        .location())
                .isEqualTo("/");
        assertThat(after.get("/profile/factors").words()).contains("9 of them are left");
    }

    @Test
    void the_second_step_ends_with_its_time_and_with_another_password() {
        var jana = guarded("jana");
        var slow = withPassword("jana");
        parley.clock().advance(Duration.ofMinutes(11));
        assertThat(slow.get("/login/second-step").location()).isEqualTo("/login");
        var outdated = withPassword("jana");
        outdated.get("/login/second-step");
        var id = jana.api().get("/api/me").field("id");
        var change = "{'current_password': '%s', 'new_password': 'a wider river at dusk'}".formatted(PASSWORD);
        assertThat(jana.api()
                        .put("/api/users/" + id + "/change-password", json(change))
                        .status())
                .isEqualTo(200);
        assertThat(outdated.submit("/login/second-step", "code", jana.app().code())
                        .location())
                .isEqualTo("/login");
    }

    @Test
    void whoever_is_kept_waiting_because_others_guess_gets_in_with_a_code_beside_the_password() {
        var karla = guarded("karla");
        for (int n = 0; n < 6; n++) {
            parley.api()
                    .with("X-Forwarded-For", "203.0.113." + n)
                    .post("/api/auth/login", json("{'username': 'karla', 'password': 'wrong', 'otp': '123456'}"));
        }
        assertThat(parley.api()
                        .post("/api/auth/login", json("{'username': 'karla', 'password': '%s'}".formatted(PASSWORD)))
                        .error())
                .isEqualTo("INVALID_CREDENTIALS");
        assertThat(karla.login("000000").error()).isEqualTo("INVALID_CREDENTIALS");
        var browser = parley.visitor();
        browser.get("/login");
        var refused = browser.submit("/login", "username", "karla", "password", PASSWORD);
        assertThat(refused.words()).contains("Code of your second factor");
        var entered = browser.submit(
                "/login",
                "username",
                "karla",
                "password",
                PASSWORD,
                "code",
                karla.app().code());
        assertThat(entered.location()).isEqualTo("/");
        var warned = karla.api().get("/api/me/failed-attempts").body().path("items");
        assertThat(warned.path(0).path("times").asInt()).isEqualTo(6);
        assertThat(warned.path(0).path("last_from").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void codes_are_guessed_no_faster_than_passwords() {
        var lina = guarded("lina");
        for (int n = 0; n < 6; n++) {
            assertThat(lina.login("00000" + n).error()).isEqualTo("SECOND_FACTOR_WRONG");
        }
        assertThat(lina.login(lina.app().code()).error()).isEqualTo("SECOND_FACTOR_WRONG");
        var browser = withPassword("lina");
        browser.get("/login/second-step");
        assertThat(browser.submit("/login/second-step", "code", lina.app().code())
                        .status())
                .isEqualTo(401);
        parley.clock().advance(Duration.ofMinutes(1));
        assertThat(lina.login(lina.app().code()).status()).isEqualTo(200);
    }

    private static TestingVisitor withPassword(String name) {
        var browser = parley.visitor();
        browser.get("/login");
        var first = browser.submit("/login", "username", name, "password", PASSWORD, "next", "/activity");
        assertThat(first.location()).isEqualTo("/login/second-step?next=%2Factivity");
        return browser;
    }
}
