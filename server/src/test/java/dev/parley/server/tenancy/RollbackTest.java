package dev.parley.server.tenancy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RollbackTest {

    @RegisterExtension
    static final TestingDatabase database = TestingDatabase.create();

    private static final Path SCRIPTS = Path.of("src/main/resources/db");

    /** Those before came before the first release. */
    private static final Predicate<String> FROM_0070 = name -> name.compareTo("V0070") >= 0;

    private static final String CONTRACT = "-- Contract, not used since";

    private static final Pattern TAKES_AWAY = Pattern.compile(
            "\\b(drop\\s+(table|column|view|constraint|default)|rename|set\\s+not\\s+null|alter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type)\\b"
                    + "|\\badd\\s+column\\b(?![^,;]*\\bdefault\\b)[^,;]*\\bnot\\s+null\\b");

    @Test
    void every_migration_has_a_rollback() {
        assertThat(numbers("rollback", 'U')).isEqualTo(numbers("migration", 'V'));
    }

    /** What servers of the version before use is taken away one release after the last one that used it, and the script says so. */
    @Test
    void migrations_take_nothing_away_from_servers_of_the_version_before() {
        assertThat(scripts("migration").stream()
                        .filter(script -> FROM_0070.test(script.getFileName().toString())))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(withoutComments(script))
                        .as("%s", script.getFileName())
                        .doesNotContainPattern(TAKES_AWAY));
        assertThat("alter table a\n  drop column b").containsPattern(TAKES_AWAY);
        assertThat("alter table a add column b text not null").containsPattern(TAKES_AWAY);
        assertThat("alter table a add column b text not null default ''").doesNotContainPattern(TAKES_AWAY);
    }

    private static String withoutComments(Path script) {
        var text = read(script);
        return text.contains(CONTRACT) ? "" : text.replaceAll("--.*", "").toLowerCase(Locale.ROOT);
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

    @Test
    void what_was_counted_before_there_were_totals_is_in_them() {
        var alma = database.person("counting");
        var account = TestingAccounts.add(database, alma, "alma.counting");
        run(SCRIPTS.resolve("rollback/quota/U0072__totals_of_the_ledger.sql"));
        database.owner()
                .sql("""
                insert into quota_ledger (account_id, workspace_id, action, minute, used)
                select :account, :workspace, 'follow', date_trunc('minute', now()) - minutes * interval '1 minute', minutes
                from unnest(array[1, 3, 7]) as minutes
                """)
                .param("account", account.value())
                .param("workspace", alma.workspace().value())
                .update();
        run(SCRIPTS.resolve("migration/quota/V0072__totals_of_the_ledger.sql"));
        assertThat(database.owner()
                        .sql("select total from quota_ledger where account_id = :account order by minute")
                        .param("account", account.value())
                        .query(Long.class)
                        .list())
                .containsExactly(7L, 10L, 11L);
    }

    private static void run(Path script) {
        database.owner().sql(read(script).replace("${app}", "parley_app")).update();
    }

    private static String read(Path script) {
        try {
            return Files.readString(script);
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
