package dev.parley.cli.backup;

import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of mode 600 that is gone when it is closed, or this process ends. */
record PrivateTemporary(Path file) implements AutoCloseable {

    static PrivateTemporary beside(Path target) {
        try {
            var file = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".part");
            file.toFile().deleteOnExit();
            return new PrivateTemporary(file);
        } catch (IOException e) {
            throw new Problem("cannot write beside %s: %s".formatted(target, Reason.of(e)), e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Problem("cannot delete %s: %s".formatted(file, Reason.of(e)), e);
        }
    }
}
