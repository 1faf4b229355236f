package dev.parley.server.automation;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks for words as wholes, whatever their case and however fancy their letters. Where a script does not part its words, they may stand
 * anywhere.
 */
final class WordSearch {

    private static final String IN_A_WORD =
            "[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]";

    private static final String NOTHING = "(?!)";

    private WordSearch() {}

    static Optional<String> firstIn(Collection<String> words, String text) {
        var plain = plain(text);
        return words.stream().filter(word -> stands(plain(word), plain)).findFirst();
    }

    private static boolean stands(String word, String text) {
        var whole = "(?<!%s)%s(?!%s)".formatted(before(word), Pattern.quote(word), after(word));
        return Pattern.compile(whole).matcher(text).find();
    }

    /** A word that begins with a sign, such as 🍕 or #, may follow a letter. */
    private static String before(String word) {
        return word.matches("(?s)" + IN_A_WORD + ".*") ? IN_A_WORD : NOTHING;
    }

    private static String after(String word) {
        return word.matches("(?s).*" + IN_A_WORD) ? IN_A_WORD : NOTHING;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
