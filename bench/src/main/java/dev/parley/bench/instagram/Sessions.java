package dev.parley.bench.instagram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sessions that a party was told, as the bytes that they came in: what they weigh does not change while clients are made of them. */
final class Sessions {

    private final byte[] lines;
    private int at;

    private Sessions(byte[] lines) {
        this.lines = lines;
    }

    static Sessions read(Path folder) throws IOException {
        return new Sessions(Files.readAllBytes(folder.resolve("sessions")));
    }

    Work.Session next() {
        int end = at;
        while (lines[end] != '\n') {
            end++;
        }
        String line = new String(lines, at, end - at, StandardCharsets.UTF_8);
        at = end + 1;
        return Work.Session.of(line);
    }
}
