package dev.parley.cli.process;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A file held by one process: the system lets it go when that process ends, however it ends. */
public final class ProcessLock implements AutoCloseable {

    // Closing any channel on a file lets go of all locks that the process has on it; so a file is never opened twice.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty when someone else holds the file, in this process or another. */
    public static Optional<ProcessLock> tryTake(Path file) {
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        var lock = Optional.<ProcessLock>empty();
        try {
            lock = lockedChannel(file).map(channel -> new ProcessLock(file, channel));
            return lock;
        } catch (IOException e) {
            throw notLockable(file, e);
        } finally {
            if (lock.isEmpty()) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static Optional<FileChannel> lockedChannel(Path file) throws IOException {
        PrivateFile.prepare(file);
        var channel = FileChannel.open(file, WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(channel);
    }

    private static Problem notLockable(Path file, Exception cause) {
        return new Problem("cannot lock " + file + ": " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw notLockable(file, e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
