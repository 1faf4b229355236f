package dev.parley.server.contact;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The words by which the bound workspace recognises that somebody wants no more messages. A single word counts where it is the whole
 * message, because many a message stops at something; several words count wherever they stand.
 */
@Repository
public class OptOutWords {

    static final List<String> USUAL = List.of(
            "stop",
            "unsubscribe",
            "stop messaging me",
            "stop writing to me",
            "do not contact me",
            "don't contact me",
            "do not message me",
            "don't message me",
            "leave me alone",
            "abmelden",
            "schreib mir nicht mehr",
            "schreiben sie mir nicht mehr",
            "désabonner",
            "ne m'écrivez plus",
            "ne m'écris plus",
            "no me escribas más",
            "no me escriba más",
            "no me contactes",
            "non scrivermi più",
            "cancellami",
            "não me escreva mais",
            "pare de me enviar mensagens",
            "nie pisz do mnie",
            "не пишите мне",
            "не пиши мне",
            "отписаться",
            "bana yazma");

    private final JdbcClient jdbc;

    OptOutWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean asksToStop(String text) {
        var said = plain(text);
        return all().stream().map(OptOutWords::plain).anyMatch(words -> isSaid(words, said));
    }

    private static boolean isSaid(String words, String said) {
        return words.contains(" ") ? (" " + said + " ").contains(" " + words + " ") : said.equals(words);
    }

    /** Without case, punctuation and the many ways to write an apostrophe. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }

    List<String> all() {
        return jdbc.sql("select words from opt_out_words where workspace_id = current_workspace()")
                .query((row, n) -> List.of((String[]) row.getArray(1).getArray()))
                .optional()
                .orElse(USUAL);
    }

    /** Those that say nothing are left out. */
    void change(List<String> words) {
        jdbc.sql("""
                insert into opt_out_words (workspace_id, words) values (current_workspace(), :words)
                on conflict (workspace_id) do update set words = excluded.words
                """)
                .param(
                        "words",
                        words.stream()
                                .map(String::strip)
                                .filter(word -> !plain(word).isEmpty())
                                .distinct()
                                .toArray(String[]::new))
                .update();
    }
}
