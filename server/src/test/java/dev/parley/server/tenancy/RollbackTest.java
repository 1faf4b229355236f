package dev.parley.server.tenancy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RollbackTest {

    @RegisterExtension
    static final TestingDatabase database = TestingDatabase.create();

    private static final Path SCRIPTS = Path.of("src/main/resources/db");

    @Test
    void every_migration_has_a_rollback() {
        assertThat(numbers("rollback", 'U')).isEqualTo(numbers("migration", 'V'));
    }

    @Test
    void a_filled_database_goes_down_and_up_again() {
        var before = tables();
        var alma = database.person("alma");
        database.tenancy()
                .run(
                        alma.workspace(),
                        () -> database.client()
                                .sql(
                                        "insert into protected_people (workspace_id, username) values (:workspace, 'mother')")
                                .param("workspace", alma.workspace().value())
                                .update());
        scripts("rollback").reversed().forEach(RollbackTest::run);
        assertThat(tables()).containsExactly("flyway_schema_history");
        database.owner().sql("delete from flyway_schema_history").update();
        database.migrate();
        assertThat(tables())
                .containsAll(before.stream()
                        .filter(table -> !table.matches(".*_\\d{4}_\\d{2}"))
                        .toList());
        assertThat(database.person("alma").username()).isEqualTo("alma");
    }

    private static void run(Path script) {
        try {
            database.owner()
                    .sql(Files.readString(script).replace("${app}", "parley_app"))
                    .update();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> numbers(String folder, char letter) {
        return scripts(folder).stream()
                .map(script -> script.getFileName().toString().replaceFirst("__.*", ""))
                .map(name -> name.substring(name.indexOf(letter) + 1))
                .toList();
    }

    /** In the order of their numbers. */
    private static List<Path> scripts(String folder) {
        try (var files = Files.walk(SCRIPTS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> tables() {
        return database.owner()
                .sql("select tablename from pg_tables where schemaname = 'public' order by tablename")
                .query((row, n) -> requireNonNull(row.getString(1)))
                .list();
    }
}
