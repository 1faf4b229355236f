package dev.parley.sandbox.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The append-only list of events of one data folder. {@link #write} is cheap and keeps the order of its calls; after {@link #flush}
 * every event written before it is with the operating system, so it outlives the process. Many writers, of whom one at a time writes
 * for all that wait. Thread-safe.
 */
public final class Journal implements Closeable {
    private final @Nullable OutputStream file;
    private final Object pendingLock = new Object();
    private final Object fileLock = new Object();
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private volatile long written;
    private volatile long flushed;
    private boolean closed;

    private Journal(@Nullable OutputStream file) {
        this.file = file;
    }

    /** A journal that forgets. */
    public static Journal forgetful() {
        return new Journal(null);
    }

    /** Opens the file, or makes it, hands every event in it to {@code replay}, and goes on behind the last complete one. */
    public static Journal open(Path path, Consumer<Event> replay) {
        try {
            long end = replay(path, replay);
            truncate(PrivateFile.at(path), end);
            // A stream, not a channel: a channel closes itself when the thread that writes is interrupted.
            return new Journal(new FileOutputStream(path.toFile(), true));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the journal " + path, e);
        }
    }

    public void write(Event event) {
        if (file == null) {
            return;
        }
        byte[] line = EventLine.write(event).getBytes(StandardCharsets.UTF_8);
        synchronized (pendingLock) {
            pending.writeBytes(line);
            written++;
        }
    }

    public void flush() {
        long due = written;
        if (file == null || flushed >= due) {
            return;
        }
        synchronized (fileLock) {
            if (flushed < due && !closed) {
                writePending(file);
            }
        }
    }

    /** Calls under way may still write; nobody will read it. */
    @Override
    public void close() {
        flush();
        synchronized (fileLock) {
            closed = true;
            closeFile();
        }
    }

    private void closeFile() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writePending(OutputStream out) {
        byte[] bytes;
        long upTo;
        synchronized (pendingLock) {
            bytes = pending.toByteArray();
            pending.reset();
            upTo = written;
        }
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal", e);
        }
        flushed = upTo;
    }

    private static void truncate(Path path, long end) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(end);
        }
    }

    /** A process that was killed may leave a torn last line: nobody was told about it, so it is dropped. */
    private static long replay(Path path, Consumer<Event> replay) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        try (var lines = new CompleteLines(Files.newInputStream(path))) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                replay.accept(EventLine.read(line));
            }
            return lines.end();
        }
    }
}
