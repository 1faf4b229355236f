package dev.parley.instagram.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordKeyTest {

    private static final String NUMBER = "ig-set-password-encryption-key-id";
    private static final String KEY = "ig-set-password-encryption-pub-key";

    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @ValueSource(strings = {"x", "pässwörd ✓ 密码", "a very long one a very long one a very long one a very long one"})
    void seals_a_password_so_that_only_instagram_can_open_it(String password) {
        PasswordKey key = Objects.requireNonNull(PasswordKey.in(headers("201", TestingAppApi.publicKeyHeader())));

        String sealed = key.seal(password, TestingAppApi.NOW, random);

        assertThat(sealed).startsWith("#PWD_INSTAGRAM:4:1793527200:").doesNotContain(password + ":");
        assertThat(TestingAppApi.unseal(sealed)).isEqualTo(password);
    }

    @Test
    void seals_the_same_password_differently_each_time() {
        PasswordKey key = Objects.requireNonNull(PasswordKey.in(headers("201", TestingAppApi.publicKeyHeader())));

        assertThat(key.seal("x", TestingAppApi.NOW, random)).isNotEqualTo(key.seal("x", TestingAppApi.NOW, random));
    }

    @Test
    void writes_the_length_of_the_rsa_part_with_the_low_byte_first() {
        PasswordKey key = Objects.requireNonNull(PasswordKey.in(headers("201", TestingAppApi.publicKeyHeader())));

        String sealed = key.seal("x", TestingAppApi.NOW, random);

        byte[] blob = Base64.getDecoder().decode(sealed.substring(sealed.lastIndexOf(':') + 1));
        assertThat(blob[14]).isEqualTo((byte) 0);
        assertThat(blob[15]).isEqualTo((byte) 1);
        assertThat(blob).hasSize(1 + 1 + 12 + 2 + 256 + 16 + 1);
    }

    @ParameterizedTest
    @CsvSource({"256", "-1", "x", "''"})
    void takes_no_key_with_an_impossible_number(String number) {
        assertThat(PasswordKey.in(headers(number, TestingAppApi.publicKeyHeader())))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "bm90IGEga2V5"})
    void takes_no_key_that_is_none(String key) {
        assertThat(PasswordKey.in(headers("1", key))).isNull();
    }

    @Test
    void takes_no_key_of_another_kind() {
        String pem = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"
                + "-----END PUBLIC KEY-----";
        String header = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));

        assertThat(PasswordKey.in(headers("1", header))).isNull();
        assertThat(PasswordKey.in(Headers.of())).isNull();
    }

    private static Headers headers(String number, String key) {
        return Headers.of(NUMBER, number, KEY, key);
    }
}
