package dev.parley.sandbox.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a file that end with a newline, and where the last of them ends. */
final class CompleteLines implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream bytes;
    private long end;

    CompleteLines(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes, BUFFER_BYTES);
    }

    @Nullable
    String next() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = bytes.read(); b >= 0; b = bytes.read()) {
            if (b == '\n') {
                end += line.size() + 1L;
                return line.toString(StandardCharsets.UTF_8);
            }
            line.write(b);
        }
        return null;
    }

    long end() {
        return end;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
