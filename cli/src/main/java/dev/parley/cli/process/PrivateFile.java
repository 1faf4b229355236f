package dev.parley.cli.process;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files (mode 600) and folders (700) that only their owner may read, from their first moment on. */
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

    /** Makes a folder and those above it, as far as they are missing. */
    public static void createFolders(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
