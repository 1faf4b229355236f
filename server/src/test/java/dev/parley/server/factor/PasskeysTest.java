package dev.parley.server.factor;

import static dev.parley.server.testing.TestingApi.json;
import static dev.parley.server.testing.TestingParley.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingVisitor;
import dev.parley.server.web.PublicAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PasskeysTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    @BeforeEach
    void the_clock_stands_still() {
        parley.clock().set(Instant.now());
    }

    @AfterEach
    void the_clock_runs_on() {
        parley.clock().reset();
    }

    private static TestingPasskey passkey() {
        var address = parley.bean(PublicAddress.class).of("/").toString();
        return new TestingPasskey(address.substring(0, address.length() - 1));
    }

    private static TestingApi.Answer add(TestingApi api, String name, String response) {
        return api.post("/api/me/factors/passkeys", "{\"name\": \"%s\", \"response\": %s}".formatted(name, response));
    }

    private static JsonNode optionsForNew(TestingApi api) {
        var options = api.post("/api/me/factors/passkeys/options");
        assertThat(options.status()).as(options.text()).isEqualTo(200);
        return options.body();
    }

    /** Somebody with a passkey. */
    record Owner(TestingApi api, TestingPasskey phone) {}

    private static Owner owner(String name) {
        var api = parley.person(name);
        var passkey = passkey();
        var added = add(api, "phone", passkey.created(optionsForNew(api)));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return new Owner(api, passkey);
    }

    private static JsonNode optionsForSignIn(TestingVisitor browser, boolean secondStep) {
        var options = browser.submit("/login/passkey/options", "second_step", String.valueOf(secondStep));
        assertThat(options.status()).as(options.text()).isEqualTo(200);
        return JsonMapper.shared().readTree(options.text());
    }

    private static TestingVisitor.Page signIn(TestingVisitor browser, String response) {
        return browser.submit("/login/passkey", "response", response, "next", "/activity");
    }

    private static TestingVisitor atTheDoor() {
        var browser = parley.visitor();
        browser.get("/login");
        return browser;
    }

    @Test
    void a_passkey_alone_lets_its_owner_in() {
        var phone = owner("alma").phone();
        var browser = atTheDoor();
        phone.signCount = 2;
        assertThat(signIn(browser, phone.signed(optionsForSignIn(browser, false)))
                        .location())
                .isEqualTo("/activity");
        assertThat(browser.get("/profile/factors").words()).contains("alma", "phone", "last used");
    }

    @Test
    void a_passkey_is_a_second_factor_too_and_brings_recovery_codes() {
        var api = parley.person("boris");
        var phone = passkey();
        var added = add(api, "phone", phone.created(optionsForNew(api)));
        assertThat(added.body().path("recovery_codes").size()).isEqualTo(10);
        var login = parley.api()
                .post("/api/auth/login", json("{'username': 'boris', 'password': '%s'}".formatted(PASSWORD)));
        assertThat(login.error()).isEqualTo("SECOND_FACTOR_REQUIRED");
        assertThat(login.body().path("methods").toString()).isEqualTo("[\"RECOVERY_CODE\",\"PASSKEY\"]");

        var browser = atTheDoor();
        browser.submit("/login", "username", "boris", "password", PASSWORD);
        browser.get("/login/second-step");
        phone.signCount = 2;
        phone.verifiesPerson = false;
        assertThat(signIn(browser, phone.signed(optionsForSignIn(browser, true)))
                        .location())
                .isEqualTo("/activity");
        assertThat(browser.get("/profile/factors").status()).isEqualTo(200);
    }

    @Test
    void without_the_password_the_authenticator_has_to_know_its_owner() {
        var phone = owner("clara").phone();
        phone.verifiesPerson = false;
        refused(phone, passkey -> passkey.signCount = 2);
    }

    @Test
    void another_origin_is_refused() {
        refused(owner("dora").phone(), passkey -> {
            passkey.signCount = 2;
            passkey.origin = "https://parley.evil.example";
        });
    }

    @Test
    void another_relying_party_is_refused() {
        refused(owner("emil").phone(), passkey -> {
            passkey.signCount = 2;
            passkey.rpId = "evil.example";
        });
    }

    @Test
    void a_counter_that_goes_back_or_stands_still_is_a_copy_and_refused() {
        var phone = owner("frida").phone();
        refused(phone, passkey -> passkey.signCount = 1);
        refused(phone, passkey -> passkey.signCount = 0);
        var browser = atTheDoor();
        phone.signCount = 7;
        assertThat(signIn(browser, phone.signed(optionsForSignIn(browser, false)))
                        .status())
                .isEqualTo(302);
        refused(phone, passkey -> passkey.signCount = 6);
    }

    private static void refused(TestingPasskey passkey, Consumer<TestingPasskey> wrong) {
        wrong.accept(passkey);
        var browser = atTheDoor();
        var answer = signIn(browser, passkey.signed(optionsForSignIn(browser, false)));
        assertThat(answer.status()).as(answer.words()).isEqualTo(401);
        assertThat(answer.words()).contains("passkey");
        assertThat(browser.get("/profile/factors").status()).isEqualTo(302);
    }

    @Test
    void a_challenge_is_answered_once_and_in_time_and_only_ours() {
        var phone = owner("greta").phone();
        phone.signCount = 2;
        var browser = atTheDoor();
        var options = optionsForSignIn(browser, false);
        assertThat(signIn(browser, phone.signed(options)).status()).isEqualTo(302);
        phone.signCount = 3;
        var again = atTheDoor();
        assertThat(signIn(again, phone.signed(options)).status()).isEqualTo(401);
        var late = optionsForSignIn(again, false);
        parley.clock().advance(Duration.ofMinutes(6));
        assertThat(signIn(again, phone.signed(late)).status()).isEqualTo(401);
        var ours = JsonMapper.shared().createObjectNode().put("challenge", "AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(signIn(again, phone.signed(ours)).status()).isEqualTo(401);
    }

    @Test
    void what_is_no_answer_at_all_is_refused() {
        var browser = atTheDoor();
        var nothing = List.of("", "no json", "null", "[]", "{}", "{\"id\": 1}", "{\"id\": \"AA\", \"response\": {}}");
        assertThat(nothing)
                .allSatisfy(response ->
                        assertThat(signIn(browser, response).status()).isEqualTo(401));
        var nina = parley.person("nina");
        for (var response : List.of("{}", "[]", "{\"id\": \"AA\", \"response\": {}}")) {
            assertThat(add(nina, "nothing", response).error()).isEqualTo("PASSKEY_REFUSED");
        }
    }

    @Test
    void what_was_asked_of_one_is_answered_by_nobody_else() {
        var hannas = owner("hanna").phone();
        owner("ida");
        var browser = atTheDoor();
        browser.submit("/login", "username", "ida", "password", PASSWORD);
        browser.get("/login/second-step");
        hannas.signCount = 2;
        assertThat(signIn(browser, hannas.signed(optionsForSignIn(browser, true)))
                        .status())
                .isEqualTo(401);

        var jana = parley.person("jana");
        var karla = parley.person("karla");
        var stolen = passkey().created(optionsForNew(jana));
        assertThat(add(karla, "stolen", stolen).error()).isEqualTo("PASSKEY_REFUSED");
        var elsewhere = passkey();
        elsewhere.origin = "https://parley.evil.example";
        assertThat(add(jana, "evil", elsewhere.created(optionsForNew(jana))).error())
                .isEqualTo("PASSKEY_REFUSED");
    }

    @Test
    void a_passkey_is_named_listed_and_removed_by_its_owner_alone() {
        var api = owner("lina").api();
        var listed = api.get("/api/me/factors").body().path("passkeys");
        assertThat(listed.path(0).path("name").asString()).isEqualTo("phone");
        assertThat(listed.toString()).doesNotContain("credential");
        var path = "/api/me/factors/passkeys/" + listed.path(0).path("id").asString();
        var stranger = parley.person("mona");
        assertThat(stranger.patch(path, json("{'name': 'mine'}")).status()).isEqualTo(404);
        assertThat(stranger.delete(path).status()).isEqualTo(404);
        assertThat(api.patch(path, json("{'name': 'kitchen'}")).status()).isEqualTo(204);
        assertThat(api.get("/api/me/factors").text()).contains("kitchen");
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(parley.as("lina", PASSWORD).get("/api/me").status()).isEqualTo(200);
    }
}
