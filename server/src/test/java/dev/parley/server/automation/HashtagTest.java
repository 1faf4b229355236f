package dev.parley.server.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.core.BotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashtagTest {

    @ParameterizedTest
    @CsvSource({
        "travel,travel",
        "#Travel,travel",
        "' #TRAVEL ',travel",
        "＃旅行,旅行",
        "café_2026,café_2026",
        "हिन्दी,हिन्दी"
    })
    void has_one_spelling(String written, String name) {
        assertThat(Hashtag.parse(written).name()).isEqualTo(name);
    }

    @Test
    void is_the_same_however_its_accents_are_written() {
        assertThat(Hashtag.parse("cafe\u0301")).isEqualTo(Hashtag.parse("café"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "##travel", "two words", "a-b", "a/b", "a\u0000b", "😀"})
    void refuses_what_is_none(String written) {
        assertThatThrownBy(() -> Hashtag.parse(written))
                .isInstanceOfSatisfying(
                        BotException.class,
                        refused -> assertThat(refused.refusal().fields())
                                .singleElement()
                                .satisfies(field -> assertThat(field.field()).isEqualTo("hashtag")));
    }

    @Test
    void has_at_most_a_hundred_characters() {
        assertThat(Hashtag.parse("a".repeat(100)).name()).hasSize(100);
        assertThatThrownBy(() -> Hashtag.parse("a".repeat(101))).isInstanceOf(BotException.class);
    }
}
