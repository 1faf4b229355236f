package dev.parley.sandbox.state;

import dev.parley.sandbox.journal.PrivateFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with the journal of the present state, used by one process at a time. A reset begins the next journal. */
final class DataFolder implements Closeable {
    private static final String PREFIX = "journal-";
    private static final String SUFFIX = ".log";

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            var lock = FileChannel.open(
                    PrivateFile.at(folder.resolve("lock")), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(lock)) {
                lock.close();
                throw new IllegalStateException("Another sandbox uses the data folder " + folder);
            }
            return new DataFolder(folder, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the data folder " + folder, e);
        }
    }

    Path journal() {
        return newest().orElseGet(() -> numbered(1));
    }

    Path nextJournal() {
        return numbered(newest().map(DataFolder::number).orElse(0) + 1);
    }

    /** Journals older than the newest are leftovers of a reset. */
    void dropOldJournals() throws IOException {
        List<Path> all = journals();
        for (Path old : all.subList(0, Math.max(0, all.size() - 1))) {
            Files.delete(old);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    private Optional<Path> newest() {
        return journals().stream().reduce((first, second) -> second);
    }

    private List<Path> journals() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(PREFIX + "\\d+\\" + SUFFIX))
                    .sorted(Comparator.comparingInt(DataFolder::number))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path numbered(int number) {
        return folder.resolve(PREFIX + number + SUFFIX);
    }

    private static int number(Path journal) {
        String name = journal.getFileName().toString();
        return Integer.parseInt(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    }
}
