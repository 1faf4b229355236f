package dev.parley.sandbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where to listen; port 0 takes a free one.
 *
 * @param secure null for plain HTTP only
 */
record DoorSettings(
        String host,
        int port,
        @Nullable Secure secure,
        @Nullable Path dataDir) {

    record Secure(int httpsPort, int proxyPort) {}
}
