package dev.parley.server.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.Shortcode;
import dev.parley.server.core.BotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikersTest {

    @Test
    void are_named_by_the_address_of_a_post_or_its_code() {
        var likers = new Likers(new Shortcode("B1LbfVPlwIA"));
        assertThat(Likers.parse("https://www.instagram.com/alma/p/B1LbfVPlwIA/?igsh=x"))
                .isEqualTo(likers);
        assertThat(Likers.parse(" B1LbfVPlwIA ")).isEqualTo(likers);
        assertThat(likers).hasToString("likers of instagram.com/p/B1LbfVPlwIA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@alma.plain|is a username; give the address of one of their posts",
                "alma.plain|is not the address of a post, such as",
                "https://example.org/p/B1LbfVPlwIA/|is not the address of a post, such as",
                "z1LbfVPlwIA|is not the address of a post, such as",
                "https://www.instagram.com/alma.plain/?hl=en|is the address of a profile",
                "instagram.com/alma.plain|is the address of a profile",
                "https://www.instagram.com/share/p/BAJ3gCw8kP/|is a link for sharing",
                "https://www.instagram.com/stories/alma/3300000000000000001/|is the address of a story",
                "https://www.instagram.com|is not the address of a post, which has /p/ or /reel/",
                "https://www.instagram.com/explore/tags/travel/|is not the address of a post, which has /p/ or /reel/",
            })
    void anything_else_is_refused_by_what_it_is(String typed, String says) {
        assertThatThrownBy(() -> Likers.parse(typed))
                .isInstanceOfSatisfying(
                        BotException.class,
                        refused -> assertThat(refused.refusal().fields())
                                .singleElement()
                                .satisfies(field -> {
                                    assertThat(field.field()).isEqualTo("post");
                                    assertThat(field.message()).startsWith(says);
                                }));
    }
}
