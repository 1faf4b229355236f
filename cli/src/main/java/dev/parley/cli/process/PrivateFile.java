package dev.parley.cli.process;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read (mode 600), from their first moment on. */
public final class PrivateFile {

    private PrivateFile() {}

    /** Makes it empty; one that is there is only closed to others. */
    public static void prepare(Path file) throws IOException {
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
        } catch (FileAlreadyExistsException thereAlready) {
            Files.setPosixFilePermissions(file, ownerOnly);
        }
    }
}
