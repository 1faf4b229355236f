package dev.parley.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.core.BotException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    @Test
    void what_people_try_first_is_refused() {
        for (var common : List.of(
                "password12345",
                "Password1234!",
                "qwertyuiop123",
                "1qaz2wsx3edc4rfv",
                "123456789012",
                "iloveyouiloveyou",
                "aaaaaaaaaaaaaaaa",
                "abcdefghijklm",
                "sofia.sofia.sofia",
                "parleyparley1")) {
            assertThatThrownBy(() -> PasswordRules.check(common, "sofia"))
                    .as(common)
                    .isInstanceOf(BotException.class)
                    .hasMessageContaining("too easy to guess");
        }
    }

    @Test
    void twelve_to_a_hundred_and_twenty_eight_characters_of_any_kind_are_taken() {
        for (var fine : List.of(
                "a quiet river at dawn",
                "kx7#Tq9!mZ2w",
                "пароль-für-日本語-🙂🙂",
                "🙂🦊🌵🚲🎻🧭🪁🫖🪴🧦🥁🪐",
                random(128))) {
            assertThatCode(() -> PasswordRules.check(fine, "sofia")).as(fine).doesNotThrowAnyException();
        }
        for (var wrong : List.of("kx7#Tq9!mZ2", random(129), "")) {
            assertThatThrownBy(() -> PasswordRules.check(wrong, "sofia"))
                    .as(wrong)
                    .hasMessageContaining("12 to 128 characters");
        }
    }

    @Test
    void the_opinion_is_the_verdict() {
        assertThat(PasswordRules.judge("password12345", "sofia").accepted()).isFalse();
        assertThat(PasswordRules.judge("short", "sofia").says()).contains("12 to 128");
        assertThat(PasswordRules.judge("a quiet river at dawn", "sofia"))
                .isEqualTo(new PasswordStrength(4, true, "Very hard to guess."));
    }

    @Test
    void generated_ones_are_taken_and_differ() {
        var one = PasswordRules.generate();
        assertThat(PasswordRules.judge(one, "admin").accepted()).isTrue();
        assertThat(PasswordRules.generate()).isNotEqualTo(one);
    }

    private static String random(int length) {
        return "kx7#Tq9!mZ2w".repeat(11).substring(0, length);
    }
}
