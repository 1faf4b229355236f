package dev.parley.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.core.BotException;
import dev.parley.server.web.SentSheet.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentSheetTest {

    @Test
    void reads_named_columns_in_any_order() {
        var sheet = read("\uFEFFFirst;USERNAME\r\nAda;ada\r\n\r\n\"Ben; the \"\"younger\"\"\";ben");
        assertThat(sheet.columns()).containsExactly("first", "username");
        assertThat(sheet.rows())
                .containsExactly(new Row(2, List.of("Ada", "ada")), new Row(4, List.of("Ben; the \"younger\"", "ben")));
        assertThat(sheet.cell(sheet.rows().getLast(), "first")).isEqualTo("Ben; the \"younger\"");
        assertThat(sheet.cell(sheet.rows().getLast(), "city")).isEmpty();
    }

    @Test
    void reads_names_without_columns() {
        var sheet = read("  @ada \n   \n'=ben\n");
        assertThat(sheet.hasColumns()).isFalse();
        assertThat(sheet.rows()).containsExactly(new Row(1, List.of("@ada")), new Row(3, List.of("=ben")));
        assertThat(read("").rows()).isEmpty();
        assertThat(read(" \n ,\n").rows()).isEmpty();
    }

    @Test
    void takes_commas_and_tabs_and_lines_within_quotes() {
        assertThat(read("username\tnote\nada\tone, two").rows())
                .containsExactly(new Row(2, List.of("ada", "one, two")));
        assertThat(read("username, note\nada, \"one\ntwo\"\nben, 5\" nail\n").rows())
                .containsExactly(new Row(2, List.of("ada", "one\ntwo")), new Row(4, List.of("ben", "5\" nail")));
    }

    @Test
    void tells_the_line_from_which_on_it_cannot_be_read() {
        assertThatThrownBy(() -> read("username,note\nada,fine\n\nben,\"never ends\ncleo,fine\n"))
                .isInstanceOf(BotException.class)
                .hasMessageContaining("list cannot be read from line 4 on");
        assertThatThrownBy(() -> read("username,note\nada,\"quoted\" and not\n"))
                .hasMessageContaining("list cannot be read from line 2 on");
    }

    private static SentSheet read(String text) {
        return SentSheet.read("list", text, "username");
    }
}
