package dev.parley.server.core;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which Parley this process is a node of.
 *
 * @param publicUrl where people's browsers find this installation: scheme, host and port
 */
@ConfigurationProperties("parley")
public record Installation(
        @DefaultValue("1") String node,
        @DefaultValue("data") Path dataDir,
        @DefaultValue("sandbox") Mode instagram,
        @DefaultValue("http://127.0.0.1:8090") URI sandboxUrl,
        @DefaultValue("http://localhost:8080") URI publicUrl) {

    /** Which Instagram the accounts are on; fixed for the life of an installation. */
    public enum Mode {
        SANDBOX,
        LIVE
    }

    public boolean isSandbox() {
        return instagram == Mode.SANDBOX;
    }
}
