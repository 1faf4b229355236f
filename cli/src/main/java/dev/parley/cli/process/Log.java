package dev.parley.cli.process;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A process's output since a moment, in a file that outlives the process.
 *
 * @param from the file's length at that moment, in bytes
 */
public record Log(Path file, long from) {

    private static final long LARGE = 20_000_000;
    private static final int TAIL_BYTES = 64_000;

    /** The log as it will go on from now; a large one is put aside first as {@code <name>.1}. */
    public static Log fromNowOn(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) > LARGE) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            PrivateFile.prepare(file);
            return new Log(file, Files.size(file));
        } catch (IOException e) {
            throw new Problem("cannot write the log " + file + ": " + e.getMessage(), e);
        }
    }

    public static Log whole(Path file) {
        return new Log(file, 0);
    }

    /** All lines, or as many of the last ones as 64 kB hold. */
    public List<String> lines() {
        return read().lines().toList();
    }

    /** The last lines, at most so many and at most 64 kB. */
    public List<String> tail(int lines) {
        var all = lines();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    private String read() {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var start = Math.max(from, in.length() - TAIL_BYTES);
            in.seek(start);
            var bytes = new byte[(int) Math.max(0, in.length() - start)];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (FileNotFoundException nothingWritten) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
