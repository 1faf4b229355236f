package dev.parley.instagram.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.AuthorizationRequest;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SignInOutcome;
import dev.parley.sandbox.ConsentPage;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.official.App;
import dev.parley.sandbox.official.Flavour;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Drivers that speak to one sandbox and live by its clock, and what tests do with them. */
final class TestingDrivers implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SandboxServer sandbox;
    private final List<GraphDriver> opened = new ArrayList<>();

    TestingDrivers(SandboxServer sandbox) {
        this.sandbox = sandbox;
    }

    GraphDriver driver(GraphLogin login) {
        return driver(login, Duration.ofSeconds(20));
    }

    GraphDriver driver(GraphLogin login, Duration deadline) {
        GraphDriver driver = builder(login).callDeadline(deadline).build();
        opened.add(driver);
        return driver;
    }

    GraphDriver.Builder builder(GraphLogin login) {
        App app = sandbox.dashboard().app(Flavour.valueOf(login.name()));
        return GraphDriver.builder(login, new GraphApp(app.id(), app.secret()))
                .hosts(GraphHosts.sandbox(URI.create(sandbox.baseUrl())))
                .clock(clock());
    }

    private Clock clock() {
        InstantSource source = sandbox::now;
        return new Clock() {
            @Override
            public Instant instant() {
                return source.instant();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    static AuthorizationRequest request(GraphDriver driver) {
        return AuthorizationRequest.to(URI.create("http://127.0.0.1:9/back"), driver.newIdentity(), RANDOM);
    }

    /** Signs an account in as its owner would. */
    GraphInstagram open(GraphLogin login, String username) {
        return open(driver(login), username);
    }

    static GraphInstagram open(GraphDriver driver, String username) {
        return driver.open(signIn(driver, username).session());
    }

    static SignInOutcome.SignedIn signIn(GraphDriver driver, String username) {
        AuthorizationRequest request = request(driver);
        URI page = done(driver.authorizationPage(request));
        return signedIn(driver.authorize(request, ConsentPage.parameters(new ConsentPage(page).allow(username))));
    }

    static SignInOutcome.SignedIn signedIn(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(SignInOutcome.SignedIn.class);
        return (SignInOutcome.SignedIn) outcome;
    }

    static Refusal refused(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(SignInOutcome.Refused.class);
        return ((SignInOutcome.Refused) outcome).refusal();
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    @Override
    public void close() {
        opened.forEach(GraphDriver::close);
    }
}
