package dev.parley.cli.command;

import dev.parley.cli.backup.Storage;
import dev.parley.cli.instance.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the instance keeps what it cannot do without. */
final class StorageOptions {

    private static final String KEY = "PARLEY_KEY";

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "postgresql://owner:password@host:port/database (default: a PostgreSQL of its own).")
    private @Nullable String databaseUrl;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "The encryption key (default: key in the data folder).")
    private @Nullable Path keyFile;

    DataFolder folder() {
        return data.folder();
    }

    @Nullable
    String databaseUrl() {
        return databaseUrl;
    }

    @Nullable
    Path keyFile() {
        return keyFile == null ? null : keyFile.toAbsolutePath();
    }

    Storage storage(Settings outside) {
        return new Storage(
                folder(), databaseUrl(), keyFile(), outside.value(KEY).orElse(null));
    }
}
