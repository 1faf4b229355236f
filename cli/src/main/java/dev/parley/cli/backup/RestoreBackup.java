package dev.parley.cli.backup;

import dev.parley.cli.backup.Manifest.DatabaseForm;
import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.instance.Folders;
import dev.parley.cli.instance.GivenDatabase;
import dev.parley.cli.instance.Home;
import dev.parley.cli.instance.LocalDatabase;
import dev.parley.cli.instance.Progress;
import dev.parley.cli.process.PrivateFile;
import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an instance of an archive, in a folder that holds none. */
public final class RestoreBackup {

    private static final String INSTANCE = "instance.json";
    private static final Set<String> NO_DATA = Set.of("lock", "run", "logs", "prepared", "restoring", "lost+found");
    private static final String FOREIGN_TABLES = """
            select count(*) from pg_class join pg_namespace on pg_namespace.oid = relnamespace
             where nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg_toast%'""";

    private final DataFolder folder;
    private final @Nullable String databaseUrl;
    private final Progress progress;
    private final Home home = Home.find();

    /** @param databaseUrl of an empty database, where the archive holds a dump */
    public RestoreBackup(DataFolder folder, @Nullable String databaseUrl, Progress progress) {
        this.folder = folder;
        this.databaseUrl = databaseUrl;
        this.progress = progress;
    }

    /** Restores it; tells when it was made. Whatever fails leaves the folder as it was. */
    public Instant from(Path file) {
        demandEmpty();
        try (var archive = ArchiveReader.open(file)) {
            var manifest = archive.manifest();
            manifest.demandFormat(file.toString());
            demandSameKindOfDatabase(manifest);
            restore(archive);
            return manifest.madeAt();
        }
    }

    private void restore(ArchiveReader archive) {
        var isNew = !Files.exists(folder.root());
        try (var held = folder.create().lock()) {
            demandEmpty();
            unpack(archive);
        } catch (RuntimeException failed) {
            if (isNew) {
                Folders.delete(folder.root());
            }
            throw failed;
        }
    }

    private void demandEmpty() {
        if (!Files.isDirectory(folder.root())) {
            return;
        }
        try (var entries = Files.list(folder.root())) {
            entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !NO_DATA.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new Problem("%s is not empty (%s is in it): choose another --data-dir, or move it away"
                                .formatted(folder.root(), name));
                    });
        } catch (IOException e) {
            throw new Problem("cannot read %s: %s".formatted(folder.root(), Reason.of(e)), e);
        }
    }

    private void demandSameKindOfDatabase(Manifest manifest) {
        if (manifest.database() == DatabaseForm.DUMP && databaseUrl == null) {
            throw new Problem("the archive holds a dump: give an empty database for it with --database-url");
        }
        if (manifest.database() == DatabaseForm.FILES && databaseUrl != null) {
            throw new Problem(
                    "the archive holds a PostgreSQL of the instance's own: leave --database-url (DATABASE_URL) out");
        }
    }

    private void unpack(ArchiveReader archive) {
        var manifest = archive.manifest();
        if (manifest.database() == DatabaseForm.FILES) {
            manifest.demandFilesFor(LocalDatabase.version(folder, home));
        }
        var fresh = folder.restoring();
        Folders.delete(fresh);
        try {
            PrivateFile.createFolders(fresh);
            archive.unpackInto(fresh, progress);
            if (databaseUrl != null) {
                restoreDump(manifest, GivenDatabase.of(databaseUrl), fresh.resolve(TakeBackup.DUMP));
            }
            moveIntoPlace(fresh.resolve(TakeBackup.DATA));
        } catch (IOException e) {
            throw new Problem("cannot write to %s: %s".formatted(folder.root(), Reason.of(e)), e);
        } finally {
            Folders.delete(fresh);
        }
    }

    private void restoreDump(Manifest manifest, GivenDatabase database, Path dump) {
        var tool = PostgresTool.find("pg_restore", Manifest.major(manifest.postgresql()));
        if (!database.ask(FOREIGN_TABLES).equals("0")) {
            throw new Problem(
                    "the database %s is not empty: give an empty one with --database-url".formatted(database));
        }
        progress.step("Restoring the database");
        makeRoles(manifest, database);
        tool.run(
                database,
                List.of(
                        "--enable-row-security",
                        "--exit-on-error",
                        "--single-transaction",
                        "--dbname=" + database.address(),
                        dump.toString()));
    }

    private static void makeRoles(Manifest manifest, GivenDatabase database) {
        var there = database.list("select rolname from pg_roles");
        for (var role : manifest.roles()) {
            if (!there.contains(role)) {
                database.execute("create role \"%s\" login nosuperuser nocreatedb nocreaterole nobypassrls"
                        .formatted(role.replace("\"", "\"\"")));
            }
        }
    }

    /** What makes a folder an instance comes last. */
    private void moveIntoPlace(Path data) throws IOException {
        try (var entries = Files.list(data)) {
            var inOrder = entries.sorted(Comparator.comparing(
                            (Path entry) -> entry.getFileName().toString().equals(INSTANCE)))
                    .toList();
            for (var entry : inOrder) {
                Files.move(entry, folder.root().resolve(entry.getFileName()));
            }
        }
    }
}
