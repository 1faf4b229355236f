package dev.parley.server.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Traveling the world one city at a time ✈️ Coffee lover ☕ Mom of two",
                "en|Photographer based in London. DM for collabs 📩 www.example.com",
                "de|Reisen, Kochen und gutes Essen. Mama von zwei Kindern ❤️",
                "fr|Photographe de mariage à Marseille 📷 disponible dans toute la France",
                "es|Amante del café y de los viajes ✈️",
                "it|Amo il mare, la musica e il buon cibo 🍝",
                "pl|Kocham podróże i dobrą kawę. Mama dwójki dzieci",
                "tr|İzmir'de yaşıyorum, fotoğraf çekmeyi seviyorum",
                "vi|Yêu du lịch và ẩm thực đường phố Hội An",
                "uk|Люблю подорожі та каву, мама двох дітей",
                "ja|京都在住のカメラマン",
                "ko|여행과 사진을 좋아해요",
                "he|אוהבת לטייל ולצלם",
                "hi|मुझे यात्रा और फोटोग्राफी पसंद है",
                "th|ชอบเดินทางและถ่ายรูป",
                "el|Μου αρέσουν τα ταξίδια και ο καφές",
                "sv|Älskar att resa och laga mat, bor i Stockholm",
            })
    void tells_in_which_language_a_biography_is_written(String code, String biography) {
        assertThat(Languages.of(biography)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|nl|Fotografin aus Berlin 📷 Hochzeiten & Familien",
                "no|da|Jeg elsker kaffe og lange turer i skogen. Bor i Bergen",
                "zh|ja|我爱咖啡，住在上海的摄影师",
            })
    void names_two_where_it_may_be_either(String one, String other, String biography) {
        assertThat(Languages.of(biography)).containsExactly(one, other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "🌅🌅🌅",
                "Lisboa 🇵🇹",
                "NYC ✈️ LA ✈️ PAR",
                "1994 ♉",
                "@anna.photographs.weddings #weddingphotographer",
                "https://example.com/anna-photographs-weddings",
                "I love cats",
                "baker in Lagos · street food, old maps",
            })
    void says_of_too_little_that_nobody_can_tell(String biography) {
        assertThat(Languages.of(biography)).isEmpty();
        assertThat(Languages.of(null)).isEmpty();
    }

    @Test
    void languages_are_known_by_code_and_by_name() {
        assertThat(Languages.parse("de")).contains("de");
        assertThat(Languages.parse(" german ")).contains("de");
        assertThat(Languages.parse("Unknown")).contains(Languages.UNKNOWN);
        assertThat(Languages.parse("Klingon")).isEmpty();
        assertThat(Languages.parse("deu")).isEmpty();
        assertThat(Languages.ALL).isSubsetOf(List.of(Locale.getISOLanguages()));
    }
}
