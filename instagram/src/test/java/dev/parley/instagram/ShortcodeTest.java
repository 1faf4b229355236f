package dev.parley.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortcodeTest {

    /** The first three pairs are those by which instagrapi explains its own reading. */
    @ParameterizedTest
    @CsvSource({
        "B1LbfVPlwIA, 2110901750722920960",
        "B-fKL9qpeab, 2278584739065882267",
        "CCQQsCXjOaBfS3I2PpqsNkxElV9DXj61vzo5xs0, 2346448800803776129",
        "A, 0",
        "_, 63",
        "H__________, 9223372036854775807"
    })
    void is_a_number_in_other_letters(String code, String number) {
        assertThat(new Shortcode(code).media()).isEqualTo(new MediaId(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B1LbfVPlwIA",
                " B1LbfVPlwIA\n",
                "https://www.instagram.com/p/B1LbfVPlwIA/",
                "https://www.instagram.com/p/B1LbfVPlwIA",
                "http://instagram.com/p/B1LbfVPlwIA/?igsh=MWx1&img_index=2#comments",
                "HTTPS://M.INSTAGRAM.COM/reel/B1LbfVPlwIA/",
                "www.instagram.com/reels/B1LbfVPlwIA/",
                "instagram.com/tv/B1LbfVPlwIA/",
                "https://www.instagram.com/alma.plain/p/B1LbfVPlwIA/",
                "https://www.instagram.com/alma_plain/reel/B1LbfVPlwIA/liked_by/",
                "https://instagr.am/p/B1LbfVPlwIA/"
            })
    void is_found_in_what_people_copy(String text) {
        assertThat(Shortcode.find(text)).contains(new Shortcode("B1LbfVPlwIA"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@alma",
                "alma.plain",
                "two words",
                "größe",
                "https://www.instagram.com/alma.plain/",
                "https://www.instagram.com/stories/alma.plain/3300000000000000001/",
                "https://www.instagram.com/explore/tags/travel/",
                "https://www.instagram.com/share/p/BAJ3gCw8kP/",
                "https://www.instagram.com/p/",
                "https://www.instagram.com/p/B1LbfVPlwIA!",
                "https://www.instagram.com.example.org/p/B1LbfVPlwIA/",
                "https://example.org/?u=https://www.instagram.com/p/B1LbfVPlwIA/",
                "https://eviluser@example.org/instagram.com/p/B1LbfVPlwIA/",
                "file://instagram.com/p/B1LbfVPlwIA/",
                "I1LbfVPlwIA",
                "https://www.instagram.com/p/z1LbfVPlwIA/"
            })
    void is_found_nowhere_else(String text) {
        assertThat(Shortcode.find(text)).isEmpty();
    }

    @Test
    void is_none_of_more_than_63_bits() {
        assertThatThrownBy(() -> new Shortcode("IAAAAAAAAAA")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shortcode("a".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }
}
