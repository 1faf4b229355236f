package dev.parley.cli.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something with a file failed, in words. */
final class Reason {

    private Reason() {}

    static String of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "not allowed";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
