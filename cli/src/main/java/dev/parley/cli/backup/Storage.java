package dev.parley.cli.backup;

import dev.parley.cli.instance.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance keeps what it cannot do without. Secret.
 *
 * @param databaseUrl null for a PostgreSQL of its own
 * @param keyFile null for {@code key} in the data folder
 * @param key the key itself, where the environment holds it
 */
public record Storage(
        DataFolder folder,
        @Nullable String databaseUrl,
        @Nullable Path keyFile,
        @Nullable String key) {

    /** The file with the key. */
    public Path keyPath() {
        return keyFile == null ? folder.key() : keyFile;
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "Storage[folder=" + folder + "]";
    }
}
