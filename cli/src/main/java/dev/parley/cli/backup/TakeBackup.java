package dev.parley.cli.backup;

import dev.parley.cli.backup.Manifest.DatabaseForm;
import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.instance.GivenDatabase;
import dev.parley.cli.instance.Home;
import dev.parley.cli.instance.InstagramMode;
import dev.parley.cli.instance.LocalDatabase;
import dev.parley.cli.instance.Progress;
import dev.parley.cli.process.JsonFile;
import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts an instance into one archive. */
public final class TakeBackup {

    static final String DATA = "data";
    static final String DUMP = "database.dump";
    static final String KEY = "key";

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'parley-backup-'yyyyMMdd-HHmmss'.tar.gz'")
            .withZone(ZoneOffset.UTC);
    private static final Set<String> LEFT_OUT = Set.of(
            "lock",
            "run",
            "logs",
            "prepared",
            "training",
            "postgres",
            "postgres.new",
            "restoring",
            "last-backup.json",
            KEY);
    private static final String LAST_MIGRATION =
            "select version from flyway_schema_history where success order by installed_rank desc limit 1";

    private final Storage storage;
    private final DataFolder folder;
    private final Home home = Home.find();
    private final Progress progress;

    public TakeBackup(Storage storage, Progress progress) {
        this.storage = storage;
        this.folder = storage.folder();
        this.progress = progress;
    }

    /** The last one of a data folder, noted in it. */
    public record Last(Instant at, String file, long bytes) {

        public static Optional<Last> of(DataFolder folder) {
            return JsonFile.read(folder.lastBackup(), Last.class);
        }
    }

    /** @param wanted the file, or the folder that it shall lie in; null for a name of its own in the current folder */
    public Last to(@Nullable Path wanted) {
        var mode = folder.mode()
                .orElseThrow(
                        () -> new Problem("no instance has been started in %s yet: choose another one with --data-dir"
                                .formatted(folder.root())));
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var target = target(wanted, at);
        demandKey();
        try (var archive = ArchiveWriter.to(target)) {
            if (storage.databaseUrl() != null) {
                dump(GivenDatabase.of(storage.databaseUrl()), target, at, mode, archive);
            } else {
                copy(at, mode, archive);
            }
            addKey(archive);
            addFolder(archive);
            progress.step("Writing it to the disk");
            var last = new Last(at, target.toString(), archive.finish());
            JsonFile.write(folder.lastBackup(), last);
            return last;
        }
    }

    private Path target(@Nullable Path wanted, Instant at) {
        var named = (wanted == null ? Path.of("") : wanted).toAbsolutePath().normalize();
        var target = Files.isDirectory(named) ? named.resolve(NAME.format(at)) : named;
        if (target.startsWith(folder.root())) {
            throw new Problem("%s is in the data folder and would be lost with it: name another place with --to"
                    .formatted(target));
        }
        var place = target.resolveSibling("");
        if (!Files.isDirectory(place)) {
            throw new Problem("there is no folder %s: make it, or name another place with --to".formatted(place));
        }
        return target;
    }

    private void demandKey() {
        if (storage.key() == null && !Files.isReadable(storage.keyPath())) {
            throw new Problem(
                    "the key cannot be read in %s, and without it a backup is worthless: name it with --key-file"
                            .formatted(storage.keyPath()));
        }
    }

    private void copy(Instant at, InstagramMode mode, ArchiveWriter archive) {
        if (!Files.isDirectory(folder.postgres())) {
            throw new Problem(
                    "the instance has no database of its own: give the --database-url that it was started with");
        }
        var running = LocalDatabase.superuserOfRunning(folder);
        if (running.isPresent()) {
            archive.text(
                    ArchiveWriter.MANIFEST,
                    manifestOfFiles(
                            at, mode, schema(GivenDatabase.of(running.get().url()))));
            new RunningDatabase(running.get(), folder.postgres()).copyTo(archive, progress);
            return;
        }
        try (var held = folder.lock()) {
            archive.text(ArchiveWriter.MANIFEST, manifestOfFiles(at, mode, null));
            ClusterFiles.stopped(folder.postgres()).copyTo(archive, progress);
        }
    }

    private static @Nullable String schema(GivenDatabase database) {
        var isThere = database.ask("select to_regclass('flyway_schema_history') is not null");
        return isThere.equals("t") ? database.ask(LAST_MIGRATION) : null;
    }

    private String manifestOfFiles(Instant at, InstagramMode mode, @Nullable String schema) {
        return manifest(at, mode, DatabaseForm.FILES, LocalDatabase.version(folder, home), schema, List.of());
    }

    private String manifest(
            Instant at,
            InstagramMode mode,
            DatabaseForm form,
            String postgresql,
            @Nullable String schema,
            List<String> roles) {
        return JsonFile.text(new Manifest(
                Manifest.FORMAT,
                home.version(),
                at,
                mode.word(),
                form,
                postgresql,
                schema,
                Manifest.thisMachine(),
                roles));
    }

    private void dump(GivenDatabase database, Path target, Instant at, InstagramMode mode, ArchiveWriter archive) {
        var version = database.ask("show server_version");
        var tool = PostgresTool.find("pg_dump", Manifest.major(version));
        var roles = database.list(
                "select distinct rolname from pg_policy join pg_roles on pg_roles.oid = any (polroles) order by 1");
        archive.text(ArchiveWriter.MANIFEST, manifest(at, mode, DatabaseForm.DUMP, version, schema(database), roles));
        progress.step("Dumping the database");
        var dump = PrivateTemporary.beside(target);
        try (dump) {
            // Row-level security binds the owner too; its policies let everything through.
            tool.run(
                    database,
                    List.of("--format=custom", "--enable-row-security", "--file=" + dump.file(), database.address()));
            progress.step("Copying the dump");
            archive.file(DUMP, dump.file());
        }
    }

    private void addKey(ArchiveWriter archive) {
        if (storage.key() != null) {
            archive.text(DATA + "/" + KEY, storage.key());
        } else {
            archive.file(DATA + "/" + KEY, storage.keyPath());
        }
    }

    /** After the database: a fake Instagram that knows more than Parley is like the real one. */
    private void addFolder(ArchiveWriter archive) {
        progress.step("Copying the rest of the data folder");
        try (var entries = Files.list(folder.root())) {
            entries.filter(entry -> !LEFT_OUT.contains(entry.getFileName().toString()))
                    .sorted()
                    .forEach(entry -> add(entry, archive));
        } catch (IOException e) {
            throw new Problem("cannot read %s: %s".formatted(folder.root(), Reason.of(e)), e);
        }
    }

    private void add(Path entry, ArchiveWriter archive) {
        try (Stream<Path> files = Files.walk(entry)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> archive.file(DATA + "/" + folder.root().relativize(file), file));
        } catch (IOException e) {
            throw new Problem("cannot read %s: %s".formatted(entry, Reason.of(e)), e);
        }
    }
}
