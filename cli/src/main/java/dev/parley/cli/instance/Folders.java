package dev.parley.cli.instance;

import dev.parley.cli.process.Patience;
import dev.parley.cli.process.Problem;
import dev.parley.cli.process.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Whole folders. */
public final class Folders {

    private static final Patience MAKING = Patience.ofSeconds(120);

    private Folders() {}

    /** Puts into an empty folder what it shall hold. */
    @FunctionalInterface
    interface Filling {

        void fill(Path folder) throws IOException;
    }

    /**
     * Makes a folder that all instances share, once and whole: who comes while another process makes it waits for that one.
     */
    static void makeOnce(Path folder, Filling filling) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var siblings = Files.createDirectories(folder.getParent());
        try (var alone = alone(siblings)) {
            if (!Files.isDirectory(folder)) {
                var fresh = Files.createTempDirectory(siblings, "making");
                filling.fill(fresh);
                Files.move(fresh, folder);
            }
        }
    }

    private static ProcessLock alone(Path siblings) {
        var file = siblings.resolveSibling(siblings.getFileName() + ".lock");
        return MAKING.until(() -> ProcessLock.tryTake(file))
                .orElseThrow(() -> new Problem("another process still unpacks into " + siblings));
    }

    /** Deletes a folder and all that is in it; one that is not there is no error. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new Problem("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }
}
