package dev.parley.cli.instance;

import dev.parley.cli.process.JsonFile;
import dev.parley.cli.process.Problem;
import dev.parley.cli.process.RunRecord;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where an instance keeps what has to outlive it. Only its owner may look inside.
 *
 * @param root absolute
 */
public record DataFolder(Path root) {

    private static final String OWNER_ONLY = "rwx------";

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Makes the folder and those inside it, as far as they are missing. */
    public DataFolder create() {
        try {
            createDirectories(root);
            createDirectories(logs());
            createDirectories(records());
        } catch (FileAlreadyExistsException e) {
            throw new Problem(root + " is a file, not a folder: choose another one with --data-dir", e);
        } catch (IOException e) {
            throw notWritable(e);
        }
        if (!Files.isWritable(root)) {
            throw notWritable(new IOException("not writable"));
        }
        return this;
    }

    private static void createDirectories(Path folder) throws IOException {
        var ownerOnly = PosixFilePermissions.fromString(OWNER_ONLY);
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
        var mode = Files.getPosixFilePermissions(folder);
        if (mode.retainAll(ownerOnly)) {
            Files.setPosixFilePermissions(folder, mode);
        }
    }

    private Problem notWritable(IOException cause) {
        return new Problem(
                "cannot write to the data folder %s: choose another one with --data-dir".formatted(root), cause);
    }

    /** Makes it this process's own until the lock is closed. */
    public FolderLock lock() {
        return FolderLock.take(this);
    }

    /** Fixes the mode at the first start; refuses another one afterwards. */
    public void fixMode(InstagramMode wanted) {
        var fixed = mode();
        if (fixed.isEmpty()) {
            JsonFile.write(instanceFile(), new Facts(wanted.word()));
            return;
        }
        if (fixed.get() != wanted) {
            throw new Problem(
                    "%s belongs to a %s instance and stays one: leave --instagram out, or choose another --data-dir"
                            .formatted(root, fixed.get()));
        }
    }

    /** The mode that the first start fixed. */
    public Optional<InstagramMode> mode() {
        return JsonFile.read(instanceFile(), Facts.class)
                .map(facts -> "live".equals(facts.instagram()) ? InstagramMode.LIVE : InstagramMode.SANDBOX);
    }

    private record Facts(String instagram) {}

    /** The administrator's generated password, as long as it has not been changed. */
    public Optional<String> adminPassword() {
        try {
            return Optional.of(Files.readString(root.resolve("admin-password")).strip());
        } catch (IOException changed) {
            return Optional.empty();
        }
    }

    /** What runs as the process of this name. */
    public Optional<RunRecord> running(String name) {
        return RunRecord.read(records(), name).filter(found -> found.process().isPresent());
    }

    private Path instanceFile() {
        return root.resolve("instance.json");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path records() {
        return root.resolve("run");
    }

    public Path key() {
        return root.resolve("key");
    }

    public Path lastBackup() {
        return root.resolve("last-backup.json");
    }

    /** What a restore has unpacked so far; it is there only while one goes on, or after one was killed. */
    public Path restoring() {
        return root.resolve("restoring");
    }

    Path sandbox() {
        return root.resolve("sandbox");
    }

    /** The files of the PostgreSQL of its own. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    Path postgresPassword() {
        return root.resolve("postgres-password");
    }

    Path lockFile() {
        return root.resolve("lock");
    }
}
