package dev.parley.cli.instance;

import static java.nio.file.StandardOpenOption.WRITE;

import dev.parley.cli.process.PrivateFile;
import dev.parley.cli.process.Problem;
import dev.parley.cli.process.RunRecord;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A data folder held by one process: the system lets it go when that process ends, however it ends. */
public final class FolderLock implements AutoCloseable {

    public static final String HOLDER = "supervisor";

    // Closing any channel on a file lets go of all locks that the process has on it; so a file is never opened twice.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final DataFolder folder;
    private final FileChannel channel;

    private FolderLock(DataFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock take(DataFolder folder) {
        if (!HELD_HERE.add(folder.lockFile())) {
            throw inUse(folder);
        }
        try {
            var lock = new FolderLock(folder, lockedChannel(folder));
            RunRecord.ofThisProcess(HOLDER).write(folder.records());
            return lock;
        } catch (IOException | Problem e) {
            HELD_HERE.remove(folder.lockFile());
            throw e instanceof Problem problem ? problem : notLockable(folder, e);
        }
    }

    private static FileChannel lockedChannel(DataFolder folder) throws IOException {
        PrivateFile.prepare(folder.lockFile());
        var channel = FileChannel.open(folder.lockFile(), WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(folder);
        }
        return channel;
    }

    private static Problem inUse(DataFolder folder) {
        var holder = RunRecord.read(folder.records(), HOLDER)
                .map(record -> "process " + record.pid())
                .orElse("another process");
        return new Problem(
                "the data folder %s is in use by %s: stop that one with ./parley down, or choose another --data-dir"
                        .formatted(folder.root(), holder));
    }

    private static Problem notLockable(DataFolder folder, Exception cause) {
        return new Problem("cannot lock " + folder.lockFile() + ": " + cause.getMessage(), cause);
    }

    /** Notes that the instance answers on this port. */
    void ready(int port) {
        RunRecord.ofThisProcess(HOLDER)
                .withPorts(Map.of(RunRecord.MAIN_PORT, port))
                .write(folder.records());
    }

    @Override
    public void close() {
        RunRecord.delete(folder.records(), HOLDER);
        try {
            channel.close();
        } catch (IOException e) {
            throw notLockable(folder, e);
        } finally {
            HELD_HERE.remove(folder.lockFile());
        }
    }
}
