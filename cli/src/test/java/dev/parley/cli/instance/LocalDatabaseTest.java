package dev.parley.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.cli.testing.TestingHome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void demands_the_password_of_everybody() {
        try (var database = start()) {
            var url = database.address().jdbcUrl();

            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guessed"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "parley_owner", null))
                    .hasMessageContaining("password");
        }
    }

    @Test
    void listens_on_this_machine_only_with_fsync_and_an_owner_that_is_no_superuser() throws SQLException {
        try (var database = start();
                var connection = connect(database.address())) {
            assertThat(ask(connection, "show fsync")).isEqualTo("on");
            assertThat(ask(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(ask(connection, "select rolbypassrls from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void keeps_what_is_committed_over_a_crash_and_over_a_restart() throws SQLException {
        try (var database = start()) {
            execute(database, "create table kept (n int)");
            execute(database, "insert into kept values (1)");
            database.crash();
            database.startAgain();
            execute(database, "insert into kept values (2)");
        }

        try (var database = start();
                var connection = connect(database.address())) {
            assertThat(ask(connection, "select sum(n) from kept")).isEqualTo("3");
        }
    }

    @Test
    void tells_no_password_when_it_is_printed() {
        var address = new DatabaseAddress("127.0.0.1", 5432, "parley", "parley_owner", "hidden-word");

        assertThat(address.toString()).doesNotContain("hidden-word");
    }

    private LocalDatabase start() {
        return LocalDatabase.start(
                new DataFolder(folder).create(), new Home(TestingHome.folder()), Map.of("shared_buffers", "16MB"));
    }

    private static void execute(LocalDatabase database, String command) throws SQLException {
        try (var connection = connect(database.address());
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
