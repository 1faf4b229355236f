package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.web.Right;
import dev.parley.server.workspace.WorkspaceRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents say of the code must be so. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");

    /** A class of tests with its module or package before it, as far as that is said, and its method; or one more method of the same. */
    private static final Pattern TEST =
            Pattern.compile("`(?:(\\w+): )?(?:(\\w+)\\.)?([A-Z]\\w*Test)(?:\\.(\\w+))?`|`\\.(\\w+_\\w+)`");

    private static final Map<String, List<Path>> TESTS = tests();

    @ParameterizedTest
    @ValueSource(strings = {"security.md", "requirements.md"})
    void every_test_that_is_named_exists(String document) {
        var missing = new ArrayList<String>();
        for (var line : read(ROOT.resolve("docs").resolve(document)).lines().toList()) {
            var sources = "";
            for (var named : TEST.matcher(line).results().toList()) {
                if (named.group(3) != null) {
                    sources = sources(named.group(1), named.group(2), named.group(3));
                }
                var method = named.group(5) == null ? named.group(4) : named.group(5);
                if (sources.isEmpty() || (method != null && !sources.contains("void " + method + "("))) {
                    missing.add(named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Of all classes that could be meant. */
    private static String sources(@Nullable String module, @Nullable String folder, String name) {
        return TESTS.getOrDefault(name, List.of()).stream()
                .filter(file -> module == null || file.startsWith(ROOT.resolve(module)))
                .filter(file -> folder == null || file.endsWith(Path.of(folder, name + ".java")))
                .map(DocumentsTest::read)
                .collect(Collectors.joining());
    }

    @Test
    void the_table_of_roles_and_rights_is_that_of_the_code() {
        var table = Stream.concat(
                        Stream.of(row("right", role -> role.stored()), row("---", role -> "---")),
                        Arrays.stream(Right.values())
                                .filter(right -> right.compareTo(Right.READ) >= 0)
                                .map(right -> row(
                                        "`%s`: %s".formatted(right, right.words()),
                                        role -> role.may(right) ? "yes" : "–")))
                .collect(Collectors.joining("\n"));
        assertThat(read(ROOT.resolve("docs/security.md"))).contains(table);
    }

    private static String row(String head, Function<WorkspaceRole, String> cell) {
        return Stream.concat(
                        Stream.of(head), Arrays.stream(WorkspaceRole.values()).map(cell))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static Map<String, List<Path>> tests() {
        try (var modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(DocumentsTest::below)
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString().replace(".java", "")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> below(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
