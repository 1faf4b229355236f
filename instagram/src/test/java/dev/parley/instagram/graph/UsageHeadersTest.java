package dev.parley.instagram.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageHeadersTest {

    @Test
    void reads_both_headers() {
        Usage usage = Objects.requireNonNull(UsageHeaders.in(Headers.of(
                "X-App-Usage",
                "{\"call_count\":28,\"total_time\":25,\"total_cputime\":26}",
                "X-Business-Use-Case-Usage",
                "{\"178\":[{\"type\":\"instagram\",\"call_count\":95,\"total_cputime\":20,\"total_time\":21,"
                        + "\"estimated_time_to_regain_access\":19},{\"type\":\"messenger\",\"call_count\":1}]}")));

        assertThat(usage.app()).isEqualTo(new Usage.Share(28, 25, 26));
        assertThat(usage.business())
                .containsExactly(
                        new Usage.Business("178", "instagram", new Usage.Share(95, 21, 20), Duration.ofMinutes(19)),
                        new Usage.Business("178", "messenger", new Usage.Share(1, 0, 0), Duration.ZERO));
        assertThat(usage.highest()).isEqualTo(95);
        assertThat(usage.pause(Duration.ofDays(1))).isEqualTo(Duration.ofMinutes(19));
        assertThat(usage.pause(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "{\"call_count\":{}}", "{\"a\":7}", "{\"a\":[7,null,{}]}"})
    void takes_what_it_cannot_read_for_not_told(String header) {
        assertThat(UsageHeaders.in(Headers.of("X-App-Usage", header, "X-Business-Use-Case-Usage", header)))
                .satisfiesAnyOf(
                        usage -> assertThat(usage).isNull(),
                        usage -> assertThat(usage.highest()).isZero());
        assertThat(UsageHeaders.in(Headers.of())).isNull();
    }

    @Test
    void believes_no_absurd_numbers() {
        Usage usage = Objects.requireNonNull(UsageHeaders.in(Headers.of(
                "X-Business-Use-Case-Usage",
                "{\"1\":[{\"call_count\":-5,\"estimated_time_to_regain_access\":99999999999999}]}")));

        assertThat(usage.highest()).isZero();
        assertThat(usage.pause(Duration.ofDays(100))).isEqualTo(Duration.ofDays(7));
    }
}
