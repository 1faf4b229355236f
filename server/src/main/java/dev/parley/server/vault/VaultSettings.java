package dev.parley.server.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the keys come from: given outright, or in a file (by default {@code key} in the data folder). */
@ConfigurationProperties("parley.vault")
public record VaultSettings(@Nullable String key, @Nullable Path keyFile) {

    @Override
    public String toString() {
        return "VaultSettings[keyFile=" + keyFile + "]";
    }
}
