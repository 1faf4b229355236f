package dev.parley.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.server.core.Installation;
import dev.parley.server.core.StartRefused;
import dev.parley.server.testing.TestingReceiver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;

class TellSentryTest {

    private static final Logger LOG = LoggerFactory.getLogger("dev.parley.server.bot.Tick");

    @Test
    void tells_the_kind_and_place_of_a_mistake_and_nothing_of_what_was_worked_on() {
        try (var sentry = TestingReceiver.start()) {
            var told = tellSentry("http://key@127.0.0.1:" + sentry.port() + "/1");
            try (var _ = MDC.putCloseable("correlation_id", "the-way-to-the-log")) {
                LOG.warn("Expected: {}", "mother", new IllegalStateException("canary of mother"));
                LOG.error("Without a place in the code: {}", "mother");
                LOG.error("Performing {} broke", "follow of mother", new IllegalStateException("canary of mother"));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !sentry.received().isEmpty());
            told.destroy();

            assertThat(sentry.received())
                    .singleElement()
                    .satisfies(one -> assertThat(one.body())
                            .contains(
                                    "java.lang",
                                    "IllegalStateException",
                                    "TellSentryTest",
                                    "Performing {} broke",
                                    "the-way-to-the-log",
                                    "parley@")
                            .doesNotContain("mother", "canary"));
        }
    }

    @Test
    void without_an_address_nobody_is_told_and_a_wrong_one_is_refused_in_one_sentence() {
        tellSentry(null).destroy();
        tellSentry(" ").destroy();
        assertThatThrownBy(() -> tellSentry("canary"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("SENTRY_DSN is not an address like https://key@host/1.");
    }

    private static TellSentry tellSentry(@Nullable String dsn) {
        var local = URI.create("http://localhost");
        return new TellSentry(
                new SentrySettings(dsn),
                new Installation("1", Path.of("."), Installation.Mode.SANDBOX, local, local),
                new StaticListableBeanFactory().getBeanProvider(BuildProperties.class));
    }
}
