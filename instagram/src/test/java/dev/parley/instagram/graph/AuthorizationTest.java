package dev.parley.instagram.graph;

import static dev.parley.instagram.graph.TestingDrivers.done;
import static dev.parley.instagram.graph.TestingDrivers.open;
import static dev.parley.instagram.graph.TestingDrivers.refusal;
import static dev.parley.instagram.graph.TestingDrivers.refused;
import static dev.parley.instagram.graph.TestingDrivers.request;
import static dev.parley.instagram.graph.TestingDrivers.signIn;
import static dev.parley.instagram.graph.TestingDrivers.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.AuthorizationRequest;
import dev.parley.instagram.Capability;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SessionValidity;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.contract.Shows;
import dev.parley.sandbox.ConsentPage;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Shows(driver = GraphDriver.NAME, value = Capability.AUTHORIZATION)
@ExtendWith(SandboxExtension.class)
class AuthorizationTest {

    private SandboxServer sandbox;
    private TestingDrivers drivers;

    @BeforeEach
    void meet(SandboxServer server) {
        sandbox = server;
        drivers = new TestingDrivers(server);
    }

    @AfterEach
    void part() {
        drivers.close();
    }

    @ParameterizedTest
    @EnumSource(GraphLogin.class)
    void signs_in_on_the_page_and_knows_who_it_is(GraphLogin login) {
        GraphDriver driver = drivers.driver(login);

        SignInOutcome.SignedIn signedIn = signIn(driver, "alma.plain");

        assertThat(signedIn.account().username()).isEqualTo("alma.plain");
        assertThat(signedIn.account().id().value())
                .isEqualTo(sandbox.dashboard().accountNumber("alma.plain"));
        Profile current = done(driver.open(signedIn.session()).currentUser());
        assertThat(current).isEqualTo(signedIn.account());
    }

    @ParameterizedTest
    @EnumSource(GraphLogin.class)
    void goes_on_with_a_stored_session_in_another_process(GraphLogin login) {
        byte[] stored = signIn(drivers.driver(login), "alma.plain").session().toBytes();

        GraphInstagram instagram = drivers.driver(login).open(SessionSnapshot.fromBytes(stored));

        assertThat(done(instagram.currentUser()).username()).isEqualTo("alma.plain");
        assertThat(instagram.session().toBytes()).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reads_answers_flat_and_wrapped(boolean wrapped) {
        sandbox.dashboard().behave(manners -> manners.wrapping(wrapped));

        GraphInstagram instagram = drivers.open(GraphLogin.INSTAGRAM, "alma.plain");

        assertThat(done(instagram.currentUser()).id().value())
                .as("a number beyond 2^53")
                .isEqualTo("17841409000000001");
    }

    @ParameterizedTest
    @EnumSource(GraphLogin.class)
    void an_owner_who_cancels_has_not_agreed(GraphLogin login) {
        GraphDriver driver = drivers.driver(login);
        AuthorizationRequest request = request(driver);

        SignInOutcome outcome =
                driver.authorize(request, ConsentPage.parameters(new ConsentPage(page(driver, request)).cancel()));

        assertThat(refused(outcome)).isInstanceOf(Refusal.PermissionMissing.class);
    }

    @Test
    void an_answer_to_another_request_signs_nobody_in() {
        GraphDriver driver = drivers.driver(GraphLogin.INSTAGRAM);
        AuthorizationRequest request = request(driver);
        Map<String, String> broughtBack = allowed(page(driver, request), "alma.plain");

        assertThat(driver.authorize(request(driver), broughtBack)).isInstanceOf(SignInOutcome.VerificationEnded.class);

        Map<String, String> stateless = new HashMap<>(broughtBack);
        stateless.remove("state");
        assertThat(driver.authorize(request, stateless)).isInstanceOf(SignInOutcome.VerificationEnded.class);
        signedIn(driver.authorize(request, broughtBack));
    }

    @ParameterizedTest
    @EnumSource(GraphLogin.class)
    void a_code_is_good_once_and_for_an_hour(GraphLogin login) {
        GraphDriver driver = drivers.driver(login);
        AuthorizationRequest request = request(driver);
        Map<String, String> broughtBack = allowed(page(driver, request), "alma.plain");
        signedIn(driver.authorize(request, broughtBack));
        assertThat(driver.authorize(request, broughtBack)).isInstanceOf(SignInOutcome.VerificationEnded.class);

        Map<String, String> late = allowed(page(driver, request), "alma.plain");
        sandbox.advance(Duration.ofHours(1));
        assertThat(driver.authorize(request, late)).isInstanceOf(SignInOutcome.VerificationEnded.class);
    }

    @Test
    void takes_the_code_without_what_the_page_puts_behind_it() {
        GraphDriver driver = drivers.driver(GraphLogin.INSTAGRAM);
        AuthorizationRequest request = request(driver);
        Map<String, String> broughtBack = new HashMap<>(allowed(page(driver, request), "alma.plain"));
        broughtBack.computeIfPresent("code", (name, code) -> code + "#_");

        signedIn(driver.authorize(request, broughtBack));
    }

    @Test
    void sends_the_browser_only_where_the_app_may() {
        GraphDriver driver = drivers.driver(GraphLogin.INSTAGRAM);
        AuthorizationRequest request = request(driver);
        sandbox.dashboard().redirects(Set.of("https://elsewhere.example/back"));

        assertThatThrownBy(() -> allowed(page(driver, request), "alma.plain")).hasMessageContaining("redirect_uri");
    }

    @Test
    void refuses_another_account_than_the_one_that_was_meant() {
        GraphDriver driver = drivers.driver(GraphLogin.INSTAGRAM);
        AuthorizationRequest request = request(driver).forAccount("tomas.totp");

        SignInOutcome outcome = driver.authorize(request, allowed(page(driver, request), "alma.plain"));

        assertThat(refused(outcome)).isInstanceOf(Refusal.InvalidTarget.class);
    }

    @Test
    void takes_the_account_that_is_meant_from_an_owner_of_several() {
        GraphDriver driver = drivers.driver(GraphLogin.FACEBOOK);
        AuthorizationRequest open = request(driver);
        Map<String, String> both =
                Map.of("username", "alma.plain", "password", "sandbox-pass", "also", "tomas.totp", "decision", "allow");

        Refusal unclear = refused(
                driver.authorize(open, ConsentPage.parameters(new ConsentPage(page(driver, open)).submit(both))));
        assertThat(unclear.detail()).contains("alma.plain", "tomas.totp");

        AuthorizationRequest named = request(driver).forAccount("Tomas.Totp");
        SignInOutcome outcome =
                driver.authorize(named, ConsentPage.parameters(new ConsentPage(page(driver, named)).submit(both)));
        assertThat(signedIn(outcome).account().username()).isEqualTo("tomas.totp");
    }

    @Test
    void a_session_lasts_sixty_days_and_is_prolonged_after_one() {
        GraphDriver driver = drivers.driver(GraphLogin.INSTAGRAM);
        SessionSnapshot session = signIn(driver, "alma.plain").session();
        SessionValidity validity = driver.validity(session);
        assertThat(validity.until())
                .isBetween(
                        sandbox.now().plus(Duration.ofDays(59)), sandbox.now().plus(Duration.ofDays(60)));
        assertThat(validity.renewable(sandbox.now())).isFalse();

        sandbox.advance(Duration.ofDays(30));
        assertThat(validity.renewable(sandbox.now())).isTrue();
        SessionSnapshot renewed = done(driver.renew(session));

        sandbox.advance(Duration.ofDays(40));
        assertThat(refusal(driver.open(session).currentUser())).isInstanceOf(Refusal.LoginRequired.class);
        assertThat(done(driver.open(renewed).currentUser()).username()).isEqualTo("alma.plain");
        assertThat(driver.validity(renewed).renewable(sandbox.now())).isTrue();
        sandbox.advance(Duration.ofDays(40));
        assertThat(refusal(driver.renew(renewed))).isInstanceOf(Refusal.LoginRequired.class);
    }

    @Test
    void a_session_by_facebook_is_prolonged_with_its_page() {
        GraphDriver driver = drivers.driver(GraphLogin.FACEBOOK);
        SessionSnapshot session = signIn(driver, "alma.plain").session();

        SessionSnapshot renewed = done(driver.renew(session));

        assertThat(renewed.state()).isNotEqualTo(session.state());
        assertThat(done(driver.open(renewed).currentUser()).username()).isEqualTo("alma.plain");
    }

    @Test
    void what_the_owner_takes_back_is_over() {
        GraphDriver driver = drivers.driver(GraphLogin.INSTAGRAM);
        GraphInstagram instagram = open(driver, "alma.plain");

        sandbox.dashboard().revoke("alma.plain");

        assertThat(refusal(instagram.currentUser())).isInstanceOf(Refusal.LoginRequired.class);
    }

    @Test
    void adopts_a_token_that_was_made_on_the_dashboard() {
        GraphDriver driver = drivers.driver(GraphLogin.INSTAGRAM);
        String token = sandbox.dashboard().token(Flavour.INSTAGRAM, "tomas.totp");

        SessionSnapshot session = signedIn(driver.adopt(request(driver), token)).session();

        assertThat(session.username()).isEqualTo("tomas.totp");
        assertThat(driver.validity(session).until()).isNull();
        assertThat(refused(driver.adopt(request(driver), "IGAAnothing"))).isInstanceOf(Refusal.LoginRequired.class);
    }

    @Test
    void proves_that_it_knows_the_secret_where_apps_demand_it() {
        String token = sandbox.dashboard().token(Flavour.INSTAGRAM, "alma.plain");
        try (GraphDriver proving =
                        drivers.builder(GraphLogin.INSTAGRAM).proveSecret(true).build();
                GraphDriver failing = GraphDriver.builder(
                                GraphLogin.INSTAGRAM,
                                new GraphApp(
                                        sandbox.dashboard()
                                                .app(Flavour.INSTAGRAM)
                                                .id(),
                                        "wrong"))
                        .hosts(GraphHosts.sandbox(URI.create(sandbox.baseUrl())))
                        .proveSecret(true)
                        .build()) {
            signedIn(proving.adopt(request(proving), token));
            assertThat(refused(failing.adopt(request(failing), token))).isInstanceOf(Refusal.InvalidTarget.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP", "TRUNCATE", "HTML", "NOT_JSON", "SERVER_ERROR"})
    void a_sign_in_that_breaks_off_is_a_refusal(Fault fault) {
        for (Call call : Set.of(Call.TOKEN, Call.CURRENT_USER)) {
            sandbox.clearScript();
            GraphDriver driver = drivers.driver(GraphLogin.INSTAGRAM);
            AuthorizationRequest request = request(driver);
            Map<String, String> broughtBack = allowed(page(driver, request), "alma.plain");
            sandbox.script(ScriptedFault.of(call, fault));

            assertThat(refused(driver.authorize(request, broughtBack))).isInstanceOf(Refusal.Failure.class);
        }
    }

    @Test
    void shows_no_secret() {
        GraphDriver driver = drivers.driver(GraphLogin.FACEBOOK);
        AuthorizationRequest request = request(driver);
        SessionSnapshot session = signIn(driver, "alma.plain").session();
        GraphSession state = GraphSession.fromJson(session.state());

        assertThat(session + " " + state + " " + request + " " + new Token(state.token(), null))
                .doesNotContain(state.token(), state.personal(), request.state());
        assertThat(new GraphApp("1", "hush").toString()).doesNotContain("hush");
        assertThatThrownBy(() -> GraphSession.fromJson("{\"token\":\"hush\"}")).hasMessageNotContaining("hush");
    }

    private static URI page(GraphDriver driver, AuthorizationRequest request) {
        return done(driver.authorizationPage(request));
    }

    private static Map<String, String> allowed(URI page, String username) {
        return ConsentPage.parameters(new ConsentPage(page).allow(username));
    }
}
