package dev.parley.journeys.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Secrets that must not be found: as they are, or written in one of the ways in which programs write texts and bytes. */
public final class Secrets {

    /** A secret's name in messages is its place in the list, so that no report tells it. */
    private record Secret(int number, Predicate<String> isIn) {}

    private final List<Secret> secrets = new ArrayList<>();

    public void add(String... texts) {
        for (var text : texts) {
            var forms = forms(text);
            add(content -> forms.stream().anyMatch(content::contains));
        }
    }

    /** Six digits are found in numbers and times, too: they count where they stand alone. */
    public void addCode(String digits) {
        var alone = Pattern.compile("(?<![\\w.:-])" + digits + "(?![\\w.:-])").asPredicate();
        var hex = HexFormat.of().formatHex(digits.getBytes(StandardCharsets.UTF_8));
        add(alone.or(content -> content.contains("\\x" + hex)));
    }

    private void add(Predicate<String> isIn) {
        secrets.add(new Secret(secrets.size() + 1, isIn));
    }

    private static Set<String> forms(String text) {
        var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        return Stream.of(text, decoded)
                .flatMap(form -> Stream.of(
                        form,
                        URLEncoder.encode(form, StandardCharsets.UTF_8),
                        base64(form),
                        HexFormat.of().formatHex(form.getBytes(StandardCharsets.UTF_8))))
                .collect(Collectors.toSet());
    }

    /** Without the last characters, which depend on what follows. */
    private static String base64(String text) {
        var whole = Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return whole.substring(0, whole.length() - 2);
    }

    /** Which secrets are in which files. */
    public List<String> foundInFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> found(folder.relativize(file).toString(), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every byte is a character, whatever the file holds. */
    public static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which secrets are in which tables, all columns taken as text; bytes show as hexadecimal. */
    public List<String> foundInTables(Tables tables) {
        return tables
                .texts("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public'")
                .stream()
                .flatMap(table -> tables.texts("select whole::text from %s as whole".formatted(table)).stream()
                        .flatMap(row -> found(table, row)))
                .distinct()
                .toList();
    }

    private Stream<String> found(String place, String content) {
        return secrets.stream()
                .filter(secret -> secret.isIn().test(content))
                .map(secret -> "secret %d in %s".formatted(secret.number(), place));
    }
}
