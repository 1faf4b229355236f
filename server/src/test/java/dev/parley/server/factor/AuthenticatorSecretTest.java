package dev.parley.server.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthenticatorSecretTest {

    private static final AuthenticatorSecret OF_THE_RFC =
            new AuthenticatorSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @Test
    void codes_are_those_of_the_standard() {
        var codes = Map.of(
                59L,
                "287082",
                1111111109L,
                "081804",
                1111111111L,
                "050471",
                1234567890L,
                "005924",
                2000000000L,
                "279037",
                20000000000L,
                "353130");
        codes.forEach((second, code) -> assertThat(OF_THE_RFC.stepOf(code, Instant.ofEpochSecond(second)))
                .as(code)
                .hasValue(second / 30));
    }

    @Test
    void the_step_before_and_the_step_after_count_too_and_no_other() {
        var now = Instant.ofEpochSecond(1111111109L);
        var step = now.getEpochSecond() / 30;
        for (var aside : new int[] {-1, 0, 1}) {
            assertThat(OF_THE_RFC.stepOf(OF_THE_RFC.code(step + aside), now)).hasValue(step + aside);
        }
        assertThat(OF_THE_RFC.stepOf(OF_THE_RFC.code(step - 2), now)).isEmpty();
        assertThat(OF_THE_RFC.stepOf(OF_THE_RFC.code(step + 2), now)).isEmpty();
        assertThat(OF_THE_RFC.stepOf("", now)).isEmpty();
    }

    @Test
    void an_app_reads_it_from_its_text_and_from_its_address() {
        assertThat(OF_THE_RFC.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(OF_THE_RFC.uri("Parley", "josé@home"))
                .isEqualTo("otpauth://totp/Parley:jos%C3%A9%40home?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Parley&algorithm=SHA1&digits=6&period=30");
        var made = AuthenticatorSecret.create();
        assertThat(TestingApp.reading(made.text(), Clock.systemUTC()).secret().bytes())
                .isEqualTo(made.bytes());
        assertThat(made.toString()).doesNotContain(made.text());
    }
}
