package dev.parley.cli.doctor;

import dev.parley.cli.backup.Size;
import dev.parley.cli.backup.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Java, room on the disk, and who may look at the data. */
final class MachineCheck {

    private static final long LITTLE_ROOM = 1_000_000_000;
    private static final long PERCENT = 100;
    private static final long LITTLE_PERCENT = 10;
    private static final int OTHERS = 3;

    private final Storage storage;
    private final Path folder;

    MachineCheck(Storage storage) {
        this.storage = storage;
        this.folder = storage.folder().root();
    }

    List<Finding> findings() {
        var java = Finding.ok("Java", "%s, %s".formatted(Runtime.version(), System.getProperty("java.vendor")));
        return Files.isDirectory(folder)
                ? List.of(java, disk(), rights(), key())
                : List.of(
                        java,
                        Finding.toDo("data folder", "there is none at %s: name it with --data-dir".formatted(folder)));
    }

    private Finding disk() {
        try {
            var store = Files.getFileStore(folder);
            var free = store.getUsableSpace();
            var percent = free * PERCENT / Math.max(1, store.getTotalSpace());
            var told = "%s free, %d %%".formatted(Size.of(free), percent);
            return free < LITTLE_ROOM || percent < LITTLE_PERCENT
                    ? Finding.toDo("disk", told + ": make room (docs/runbook.md, The disk is full)")
                    : Finding.ok("disk", told);
        } catch (IOException e) {
            return Finding.toDo("disk", "cannot be asked: " + e.getMessage());
        }
    }

    private Finding rights() {
        if (!Files.isWritable(folder)) {
            return Finding.toDo(
                    "data folder", "%s cannot be written: run this as whom Parley runs as".formatted(folder));
        }
        return openToOthers(folder)
                ? Finding.toDo("data folder", "%s is open to others: chmod 700 %<s".formatted(folder))
                : Finding.ok("data folder", "%s, for its owner alone".formatted(folder));
    }

    private Finding key() {
        if (storage.key() != null) {
            return Finding.ok("key", "from PARLEY_KEY");
        }
        var file = storage.keyPath();
        if (!Files.isReadable(file)) {
            return Finding.toDo(
                    "key",
                    "cannot be read in %s: put it back there, or name it with --key-file; never make a new one"
                            .formatted(file));
        }
        return openToOthers(file)
                ? Finding.toDo("key", "%s is open to others: chmod 600 %<s".formatted(file))
                : Finding.ok("key", "%s, for its owner alone".formatted(file));
    }

    private static boolean openToOthers(Path path) {
        try {
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                    .substring(OTHERS)
                    .equals("------");
        } catch (IOException unknown) {
            return true;
        }
    }
}
