package dev.parley.cli.instance;

import dev.parley.cli.process.Problem;
import dev.parley.cli.process.ProcessLock;
import dev.parley.cli.process.RunRecord;
import java.util.Map;

/** A data folder held by one process, which is recorded in it. */
public final class FolderLock implements AutoCloseable {

    public static final String HOLDER = "supervisor";

    private final DataFolder folder;
    private final ProcessLock lock;

    private FolderLock(DataFolder folder, ProcessLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static FolderLock take(DataFolder folder) {
        var lock = ProcessLock.tryTake(folder.lockFile()).orElseThrow(() -> inUse(folder));
        try {
            RunRecord.ofThisProcess(HOLDER).write(folder.records());
            return new FolderLock(folder, lock);
        } catch (Problem e) {
            lock.close();
            throw e;
        }
    }

    private static Problem inUse(DataFolder folder) {
        var holder = RunRecord.read(folder.records(), HOLDER)
                .map(record -> "process " + record.pid())
                .orElse("another process");
        return new Problem(
                "the data folder %s is in use by %s: stop that one with ./parley down, or choose another --data-dir"
                        .formatted(folder.root(), holder));
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
        lock.close();
    }
}
