package dev.parley.cli.backup;

import dev.parley.cli.instance.DatabaseAddress;
import dev.parley.cli.instance.Progress;
import dev.parley.cli.process.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Copies a PostgreSQL's files while it runs and is written to, by its documented low-level way. */
final class RunningDatabase {

    private final DatabaseAddress superuser;
    private final Path root;

    RunningDatabase(DatabaseAddress superuser, Path root) {
        this.superuser = superuser;
        this.root = root;
    }

    void copyTo(ArchiveWriter archive, Progress progress) {
        try (var connection =
                DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password())) {
            // As long as this connection lives, PostgreSQL keeps the changes that the copy will need.
            ask(
                    connection,
                    "select pg_create_physical_replication_slot('parley_backup_' || pg_backend_pid(), true, true)");
            progress.step("Waiting for the database to write down what it has in memory");
            var first = ask(connection, "select pg_walfile_name(pg_backup_start('parley backup', fast => true))");
            ClusterFiles.running(root).copyTo(archive, progress);
            var last = finish(connection, archive);
            progress.step("Copying what has changed meanwhile");
            WalSegments.between(first, last, segmentsPerNumber(connection))
                    .forEach(segment -> copyWal(segment, archive));
        } catch (SQLException e) {
            throw new Problem(
                    "the database cannot be copied, or was stopped meanwhile: %s; back up once more"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Returns the last segment of changes that is needed. */
    private static String finish(Connection connection, ArchiveWriter archive) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select pg_walfile_name(lsn - 1), labelfile, spcmapfile from pg_backup_stop(wait_for_archive => false)")) {
            row.next();
            archive.text(ClusterFiles.IN_ARCHIVE + "backup_label", row.getString(2));
            if (!row.getString(3).isBlank()) {
                archive.text(ClusterFiles.IN_ARCHIVE + "tablespace_map", row.getString(3));
            }
            return row.getString(1);
        }
    }

    private static long segmentsPerNumber(Connection connection) throws SQLException {
        return Long.parseLong(
                ask(connection, "select 4294967296 / pg_size_bytes(current_setting('wal_segment_size'))"));
    }

    private void copyWal(String segment, ArchiveWriter archive) {
        var file = root.resolve(ClusterFiles.WAL).resolve(segment);
        if (!Files.exists(file)) {
            throw new Problem("the database has lost %s, which the copy needs: back up once more".formatted(file));
        }
        archive.file(ClusterFiles.IN_ARCHIVE + ClusterFiles.WAL + "/" + segment, file);
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
