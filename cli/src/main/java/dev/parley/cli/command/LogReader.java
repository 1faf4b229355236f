package dev.parley.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.cli.process.Patience;
import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Shows the end of a log, then goes on from where it has stopped before. */
final class LogReader {

    private static final Patience ENDLESS = new Patience(Duration.ofDays(10_000));
    private static final int AT_ONCE = 1_000_000;
    private static final int FIRST_SHOWN = 64_000;

    private final Path file;
    private final String prefix;
    private long position;
    private long lengthSeen;

    LogReader(Path file, String prefix) {
        this.file = file;
        this.prefix = prefix;
        this.position = Math.max(0, length() - FIRST_SHOWN);
    }

    /** Writes the whole lines that have come since the last time. */
    void show(PrintWriter out) {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            lengthSeen = in.length();
            if (lengthSeen < position) {
                position = 0;
            }
            in.seek(position);
            var bytes = new byte[(int) Math.min(AT_ONCE, lengthSeen - position)];
            in.readFully(bytes);
            var whole = lengthOfWholeLines(bytes);
            new String(bytes, 0, whole, UTF_8).lines().forEach(line -> out.println(prefix + line));
            position += whole;
        } catch (IOException e) {
            throw new Problem("cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static int lengthOfWholeLines(byte[] bytes) {
        for (var end = bytes.length; end > 0; end--) {
            if (bytes[end - 1] == '\n') {
                return end;
            }
        }
        return bytes.length == AT_ONCE ? AT_ONCE : 0;
    }

    static boolean awaitMore(List<LogReader> readers) {
        return ENDLESS.until(() -> readers.stream().anyMatch(reader -> reader.length() != reader.lengthSeen));
    }

    private long length() {
        return file.toFile().length();
    }
}
