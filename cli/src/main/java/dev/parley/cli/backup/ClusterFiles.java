package dev.parley.cli.backup;

import dev.parley.cli.instance.Progress;
import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of a PostgreSQL, as its documentation says that they are to be copied.
 *
 * @param unwanted names of files and folders that are left out
 * @param emptied folders of which only the folder itself is wanted
 */
record ClusterFiles(Path root, Pattern unwanted, Set<String> emptied) {

    static final String IN_ARCHIVE = TakeBackup.DATA + "/postgres/";
    static final String WAL = "pg_wal";

    private static final String CONTROL = "global/pg_control";
    private static final String OF_A_RUN = "postmaster\\.(pid|opts)|pgsql_tmp.*";
    private static final Pattern UNWANTED_STOPPED = Pattern.compile(OF_A_RUN);
    private static final Pattern UNWANTED_RUNNING = Pattern.compile(
            OF_A_RUN + "|backup_label(\\.old)?|tablespace_map(\\.old)?|backup_manifest|pg_internal\\.init.*");

    /** Those of one that stands still. */
    static ClusterFiles stopped(Path root) {
        return new ClusterFiles(root, UNWANTED_STOPPED, Set.of());
    }

    /** Those of one that runs, without its log of changes, which is copied afterwards. */
    static ClusterFiles running(Path root) {
        return new ClusterFiles(
                root,
                UNWANTED_RUNNING,
                Set.of(
                        WAL,
                        "pg_replslot",
                        "pg_dynshmem",
                        "pg_notify",
                        "pg_serial",
                        "pg_snapshots",
                        "pg_stat_tmp",
                        "pg_subtrans"));
    }

    private record Found(String name, long size, boolean isFolder) {}

    void copyTo(ArchiveWriter archive, Progress progress) {
        var all = list();
        var meter = new Meter(
                progress,
                "Copying the database",
                all.stream().mapToLong(Found::size).sum());
        for (var found : all) {
            if (found.isFolder()) {
                archive.folder(IN_ARCHIVE + found.name());
            } else {
                archive.file(IN_ARCHIVE + found.name(), root.resolve(found.name()));
            }
            meter.add(found.size());
        }
        // Last, because it tells how far the other files have got.
        archive.bytes(IN_ARCHIVE + CONTROL, control(root.resolve(CONTROL)));
    }

    /** Read again until it is twice the same: half of an old one and half of a new one would start nothing. */
    private static byte[] control(Path file) {
        try {
            var before = Files.readAllBytes(file);
            var now = Files.readAllBytes(file);
            while (!Arrays.equals(before, now)) {
                before = now;
                now = Files.readAllBytes(file);
            }
            return now;
        } catch (IOException e) {
            throw new Problem("cannot read %s: %s".formatted(file, Reason.of(e)), e);
        }
    }

    private List<Found> list() {
        var all = new ArrayList<Found>();
        try {
            Files.walkFileTree(root, new Listing(all));
        } catch (IOException e) {
            throw new Problem("cannot read the database in %s: %s".formatted(root, Reason.of(e)), e);
        }
        return all;
    }

    private final class Listing extends SimpleFileVisitor<Path> {

        private final List<Found> all;

        private Listing(List<Found> all) {
            this.all = all;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (isUnwanted(folder)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            all.add(new Found(name(folder), 0, true));
            return emptied.contains(name(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                throw new Problem(
                        "%s leads out of the data folder, and what is there would be missing in the backup: use PostgreSQL's own tools"
                                .formatted(file));
            }
            if (attributes.isRegularFile() && !isUnwanted(file) && !name(file).equals(CONTROL)) {
                all.add(new Found(name(file), attributes.size(), false));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private boolean isUnwanted(Path file) {
            return unwanted.matcher(file.getFileName().toString()).matches();
        }

        private String name(Path file) {
            return root.relativize(file).toString();
        }
    }
}
