package dev.parley.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void says_how_long_ago_and_in_how_long() {
        assertThat(ago("PT2S")).isEqualTo("just now");
        assertThat(ago("PT42S")).isEqualTo("42 seconds ago");
        assertThat(ago("PT90S")).isEqualTo("90 seconds ago");
        assertThat(ago("PT2M")).isEqualTo("2 minutes ago");
        assertThat(ago("PT3H")).isEqualTo("3 hours ago");
        assertThat(ago("P20D")).isEqualTo("20 days ago");
        assertThat(ago("P31D")).isEqualTo("22 Oct 2026");
        assertThat(ago("PT-10M")).isEqualTo("in 10 minutes");
    }

    @Test
    void says_the_exact_time_with_its_zone() {
        assertThat(Words.exactly(NOW)).isEqualTo("22 Nov 2026, 12:00:00 UTC");
    }

    @Test
    void groups_numbers_and_counts_things() {
        assertThat(Words.number(1234567)).isEqualTo("1,234,567");
        assertThat(Words.count(1, "action")).isEqualTo("1 action");
        assertThat(Words.count(1000, "action")).isEqualTo("1,000 actions");
    }

    @Test
    void reads_names_of_the_program_as_words() {
        assertThat(Words.plain("follow-hashtag")).isEqualTo("Follow hashtag");
        assertThat(Words.plain("VERIFICATION_REQUIRED")).isEqualTo("Verification required");
        assertThat(Words.plain(null)).isEmpty();
    }

    private static String ago(String duration) {
        return Words.relative(NOW, NOW.minus(Duration.parse(duration)));
    }
}
