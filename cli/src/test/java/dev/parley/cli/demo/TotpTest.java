package dev.parley.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final String SECRET_OF_THE_RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    // RFC 6238, appendix B, the last six of eight digits.
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void gives_the_codes_of_the_rfc(long second, String code) {
        var totp = new Totp(SECRET_OF_THE_RFC, Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));

        assertThat(totp.code()).isEqualTo(code);
        assertThat(totp.wrongCode()).hasSize(6).isNotEqualTo(code);
    }
}
