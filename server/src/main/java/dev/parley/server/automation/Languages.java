package dev.parley.server.automation;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.THAI;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/** Tells in which language a text is written, as far as anybody can. Languages are named by their codes of two letters (ISO 639-1). */
final class Languages {

    /** Not languages of the world, but those that people on Instagram write in and that can be told from each other. */
    private static final Map<UnicodeScript, List<String>> WRITTEN = Map.ofEntries(
            Map.entry(
                    LATIN,
                    codes(
                            "af az ca cs da de en es et eu fi fr ga gl hr hu id is it lt lv ms mt nl no pl pt ro sk sl sq sv sw tl tr uz vi")),
            Map.entry(CYRILLIC, codes("be bg kk ky mk mn ru sr tg uk")),
            Map.entry(ARABIC, codes("ar fa ps ur")),
            Map.entry(DEVANAGARI, codes("hi mr ne")),
            Map.entry(HAN, codes("ja zh")),
            Map.entry(HIRAGANA, codes("ja")),
            Map.entry(KATAKANA, codes("ja")),
            Map.entry(HANGUL, codes("ko")),
            Map.entry(HEBREW, codes("he")),
            Map.entry(GREEK, codes("el")),
            Map.entry(THAI, codes("th")));

    /** Every language that may be told. */
    static final Set<String> ALL =
            WRITTEN.values().stream().flatMap(List::stream).collect(toUnmodifiableSet());

    /** Of whoever writes too little to tell. */
    static final String UNKNOWN = "unknown";

    /** What the model calls otherwise than ISO 639-2 does. */
    private static final Map<String, String> OF_MODEL =
            Map.of("cmn", "zh", "pes", "fa", "ekk", "et", "lvs", "lv", "nob", "no", "nno", "no");

    private static final Pattern NAMES_AND_LINKS = Pattern.compile("\\S*(://|@|#|www\\.)\\S*");

    private static final int FEWEST_LETTERS = 15;
    private static final int FEWEST_SIGNS = 3;

    /** What is nearly as likely as the likeliest, may be it as well; and where that is said of many, nobody knows. */
    private static final double NEARLY = 0.8;

    private static final int MOST_LIKELY = 2;

    private Languages() {}

    /** Those in which it may be written, the likeliest first; empty where it is too short to tell. The first time takes a second or more. */
    static List<String> of(@Nullable String text) {
        var plain = NAMES_AND_LINKS.matcher(text == null ? "" : text).replaceAll(" ");
        return script(plain)
                .map(script -> WRITTEN.getOrDefault(script, List.of()))
                .map(candidates -> candidates.size() == 1 ? candidates : likely(plain, candidates))
                .orElse(List.of());
    }

    /** The one in which most of it is written, if there is enough of it. Who writes any kana writes Japanese. */
    private static Optional<UnicodeScript> script(String text) {
        var scripts = text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .collect(groupingBy(script -> script == KATAKANA ? HIRAGANA : script, counting()));
        if (scripts.containsKey(HIRAGANA)) {
            scripts.computeIfPresent(HAN, (han, count) -> 0L);
        }
        return scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() >= (most.getKey() == LATIN ? FEWEST_LETTERS : FEWEST_SIGNS))
                .map(Map.Entry::getKey);
    }

    private static List<String> likely(String text, List<String> candidates) {
        var scores = Arrays.stream(new LanguageDetectorME(Model.LOADED).predictLanguages(text))
                .filter(language -> candidates.contains(code(language)))
                .collect(toMap(Languages::code, Language::getConfidence, Math::max));
        var best = scores.values().stream().mapToDouble(score -> score).max().orElse(0);
        var likely = scores.entrySet().stream()
                .filter(score -> score.getValue() >= NEARLY * best)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return likely.size() > MOST_LIKELY ? List.of() : likely;
    }

    private static String code(Language language) {
        return OF_MODEL.getOrDefault(
                language.getLang(), Iso.TWO_LETTERS.getOrDefault(language.getLang(), language.getLang()));
    }

    private static List<String> codes(String codes) {
        return List.of(codes.split(" "));
    }

    /** From its code or its English name; empty where it is none that is told. */
    static Optional<String> parse(String typed) {
        var name = typed.strip();
        return Stream.concat(Stream.of(UNKNOWN), ALL.stream())
                .filter(code -> code.equalsIgnoreCase(name) || name(code).equalsIgnoreCase(name))
                .findFirst();
    }

    /** In English. */
    static String name(String code) {
        return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
    }

    private static final class Iso {

        static final Map<String, String> TWO_LETTERS =
                ALL.stream().collect(toMap(code -> Locale.of(code).getISO3Language(), code -> code));
    }

    /** Ten megabytes on the way, and many more in memory: loaded when it is first needed. */
    private static final class Model {

        static final LanguageDetectorModel LOADED = load();

        private static LanguageDetectorModel load() {
            try (var model = Languages.class.getResourceAsStream("/langdetect-183.bin")) {
                return new LanguageDetectorModel(Objects.requireNonNull(model));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
