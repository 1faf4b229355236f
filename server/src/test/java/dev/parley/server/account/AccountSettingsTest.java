package dev.parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccountSettingsTest {

    @Test
    void has_these_defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new AccountSettings(
                        Duration.ofHours(24),
                        Duration.ofMinutes(5),
                        Duration.ofHours(6),
                        Duration.ofMinutes(10),
                        5,
                        3,
                        Duration.ofSeconds(20),
                        20));
    }

    @Test
    void has_these_names() {
        var settings = bound(Map.of(
                "parley.account.session-lifetime", "1h",
                "parley.account.check-after", "7m",
                "parley.account.sign-in-again-after", "2h",
                "parley.account.verification-lifetime", "2m",
                "parley.account.code-tries", "3",
                "parley.account.failed-checks", "4",
                "parley.account.call-deadline", "7s",
                "parley.account.per-workspace", "5"));
        assertThat(settings)
                .isEqualTo(new AccountSettings(
                        Duration.ofHours(1),
                        Duration.ofMinutes(7),
                        Duration.ofHours(2),
                        Duration.ofMinutes(2),
                        3,
                        4,
                        Duration.ofSeconds(7),
                        5));
    }

    private static AccountSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("parley.account", AccountSettings.class);
    }
}
