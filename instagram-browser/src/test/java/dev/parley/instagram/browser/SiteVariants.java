package dev.parley.instagram.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.contract.World;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Variant;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is done on the site's pages, in all forms that they have. Each form by itself is for the long run; every day some come together. */
@ExtendWith(SandboxExtension.class)
abstract class SiteVariants {

    static final String ALMA = "alma.plain";
    static final BrowserKit KIT = new BrowserKit();
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    final SandboxServer sandbox;
    final Driver driver;

    SiteVariants(SandboxServer sandbox) {
        this.sandbox = sandbox;
        this.driver = KIT.driver(sandbox, PATIENCE);
    }

    @BeforeEach
    void asUsual() {
        sandbox.website().plain();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    /** All but the default of each. Cookies that cannot be declined are the owner's choice. */
    static Stream<Variant> of(Dimension... dimensions) {
        return Stream.of(dimensions)
                .flatMap(dimension -> dimension.variants().stream().skip(1))
                .filter(variant -> variant != Variant.COOKIES_ACCEPT);
    }

    World world() {
        return new World(sandbox, KIT);
    }

    Instagram signedIn() {
        return driver.open(KIT.session(driver, sandbox, ALMA));
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }
}
