package dev.parley.server.core;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which Parley this process is a node of.
 *
 * @param publicUrl where people's browsers find this installation: scheme, host and port; null for this machine's own browsers
 */
@ConfigurationProperties("parley")
public record Installation(
        @DefaultValue("1") String node,
        @DefaultValue("data") Path dataDir,
        @DefaultValue("sandbox") Mode instagram,
        @DefaultValue("http://127.0.0.1:8090") URI sandboxUrl,
        @Nullable URI publicUrl) {

    /** Which Instagram the accounts are on; fixed for the life of an installation. */
    public enum Mode {
        SANDBOX,
        LIVE
    }

    public boolean isSandbox() {
        return instagram == Mode.SANDBOX;
    }
}
