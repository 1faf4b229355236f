package dev.parley.sandbox.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but their owner may read, where the file system knows owners: they hold sessions and keys. */
public final class PrivateFile {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFile() {}

    /** The file itself, made if it is not there, and closed to others if it was open. */
    public static Path at(Path path) throws IOException {
        if (POSIX) {
            try {
                Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNERS));
            } catch (FileAlreadyExistsException known) {
                Files.setPosixFilePermissions(path, OWNERS);
            }
        }
        return path;
    }
}
