package dev.parley.journeys.testing;

import dev.parley.cli.instance.Folders;
import dev.parley.cli.instance.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the logs of a failed test class lie when its instance is gone.
 *
 * @param folder replaced by each failure
 */
record KeptLogs(Path folder) {

    static KeptLogs of(Class<?> testClass) {
        return new KeptLogs(Home.find().root().resolve("journeys/target/logs").resolve(testClass.getSimpleName()));
    }

    /** Copied, because the instance may lie on another file system. */
    void keep(Path logs) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        try (var files = Files.list(logs)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }
}
