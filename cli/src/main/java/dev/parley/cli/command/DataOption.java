package dev.parley.cli.command;

import dev.parley.cli.instance.DataFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which instance is meant. */
final class DataOption {

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "Where the instance keeps its data (default: ./data).")
    private Path folder = Path.of("data");

    DataFolder folder() {
        return new DataFolder(folder);
    }
}
