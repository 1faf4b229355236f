package dev.parley.server.tenancy;

import dev.parley.server.core.StartRefused;
import dev.parley.server.vault.KeyCheck;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The database as its owner sees it: brought up to date at start, one node after the other. */
record OwnedDatabase(DatabaseUrl owner, String appRole) {

    private static final long START_LOCK = 7_402_113_964_512L;
    private static final String OF_NEWER_VERSIONS = "*:future";
    private static final Pattern VERSION = Pattern.compile("(?:version|migration:) (\\d+)");

    /** Migrates, and returns the address under which the application's own role signs in. */
    DatabaseUrl prepare(KeyCheck keyCheck) {
        return locked(connection -> {
            makeRole(connection);
            return openToRole(connection, migrateAndCheck(connection, keyCheck));
        });
    }

    /** Migrates for a role that somebody else takes care of. */
    DatabaseUrl prepareFor(DatabaseUrl app, KeyCheck keyCheck) {
        return locked(connection -> {
            migrateAndCheck(connection, keyCheck);
            return app;
        });
    }

    private DatabaseUrl locked(Preparation preparation) {
        try (var connection = DriverManager.getConnection(owner.jdbc(), owner.user(), owner.password())) {
            execute(connection, "select pg_advisory_lock(%d)".formatted(START_LOCK));
            return preparation.in(connection);
        } catch (SQLException failed) {
            throw isWrongPassword(failed)
                    ? new StartRefused("The database " + owner + " refuses the user " + owner.user() + ".", failed)
                    : new StartRefused("The database " + owner + " cannot be used: " + failed.getMessage(), failed);
        }
    }

    private byte[] migrateAndCheck(Connection connection, KeyCheck keyCheck) {
        migrate();
        var database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        settle(database);
        return keyCheck.sharedSecret(database);
    }

    /** What a dump does not carry, and what a new month needs. */
    static void settle(JdbcClient database) {
        database.sql("""
                do $$ begin
                    execute format('revoke temporary on database %I from public', current_database());
                end $$""").update();
        MonthPartitions.make(database);
    }

    void migrate() {
        try {
            Flyway.configure()
                    .dataSource(owner.jdbc(), owner.user(), owner.password())
                    .placeholders(Map.of("app", appRole))
                    .ignoreMigrationPatterns(OF_NEWER_VERSIONS)
                    .load()
                    .migrate();
        } catch (FlywayValidateException differs) {
            throw new StartRefused(
                    "The database " + owner
                            + " was migrated by another build of Parley: start that one, or take back the"
                            + " migrations that differ (" + numbers(differs) + ") as docs/runbook.md says.",
                    differs);
        } catch (FlywayException failed) {
            throw new StartRefused(
                    "The database " + owner + " cannot be migrated, and stays as it was: " + reason(failed)
                            + ". Mend that and start again.",
                    failed);
        }
    }

    private static String numbers(FlywayValidateException differs) {
        return VERSION.matcher(String.valueOf(differs.getMessage()))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String reason(Throwable failed) {
        return Stream.iterate(failed, link -> link != null, Throwable::getCause)
                .filter(PSQLException.class::isInstance)
                .map(link -> ((PSQLException) link).getServerErrorMessage())
                .filter(message -> message != null)
                .map(message -> String.valueOf(message.getMessage()))
                .findFirst()
                .orElseGet(() -> String.valueOf(failed.getMessage()));
    }

    private void makeRole(Connection connection) throws SQLException {
        // Roles belong to the whole cluster, where another database's start may be making the same one just now.
        execute(connection, """
                do $$ begin
                    create role %s login nosuperuser nocreatedb nocreaterole nobypassrls;
                exception when duplicate_object or unique_violation then null;
                end $$""".formatted(appRole));
    }

    private DatabaseUrl openToRole(Connection connection, byte[] sharedSecret) throws SQLException {
        var app = owner.as(appRole, HexFormat.of().formatHex(sharedSecret));
        if (!signsIn(app)) {
            execute(connection, "alter role %s password '%s'".formatted(appRole, app.password()));
        }
        return app;
    }

    private static boolean signsIn(DatabaseUrl app) throws SQLException {
        try (var _ = DriverManager.getConnection(app.jdbc(), app.user(), app.password())) {
            return true;
        } catch (SQLException refused) {
            if (isWrongPassword(refused)) {
                return false;
            }
            throw refused;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean isWrongPassword(SQLException refused) {
        return PSQLState.INVALID_PASSWORD.getState().equals(refused.getSQLState())
                || PSQLState.INVALID_AUTHORIZATION_SPECIFICATION.getState().equals(refused.getSQLState());
    }

    private interface Preparation {
        DatabaseUrl in(Connection connection) throws SQLException;
    }
}
