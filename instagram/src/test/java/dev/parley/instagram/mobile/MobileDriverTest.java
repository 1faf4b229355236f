package dev.parley.instagram.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Driver;
import dev.parley.instagram.DriverContract;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MobileDriverTest extends DriverContract {

    @Override
    protected Driver driver(URI sandbox, Duration deadline) {
        return MobileDriver.builder().apiBase(sandbox).callDeadline(deadline).build();
    }

    @Test
    void says_what_it_offers() {
        try (Driver driver = MobileDriver.builder().build()) {
            assertThat(driver.name()).isEqualTo("mobile");
            assertThat(driver.capabilities())
                    .containsExactlyInAnyOrder(
                            Capability.SIGN_IN,
                            Capability.SESSION,
                            Capability.PEOPLE,
                            Capability.HASHTAG,
                            Capability.FRIENDSHIP,
                            Capability.FOLLOW);
        }
    }

    @Test
    void refuses_settings_that_make_no_sense() {
        MobileDriver.Builder builder = MobileDriver.builder();

        assertThatThrownBy(() -> builder.callDeadline(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.readDeadline(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.connectDeadline(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.largestAnswer(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.apiBase(URI.create("ftp://x")).build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
