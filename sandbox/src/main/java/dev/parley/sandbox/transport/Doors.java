package dev.parley.sandbox.transport;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.journal.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the sandbox can be reached.
 *
 * @param http for clients whose API address can be set, and for those that keep Instagram's host in the {@code Host} header
 * @param https the same with TLS; null unless it was asked for
 * @param proxy an HTTP proxy whose {@code CONNECT} leads here, whatever host of Instagram's is asked for; null unless it was asked for
 * @param caPem the certificate that clients of {@code https} and {@code proxy} have to trust; null without them
 */
public record Doors(
        String http,
        @Nullable String https,
        @Nullable String proxy,
        @Nullable String caPem) {
    private static final String FILE = "doors.json";

    public static Doors plain(String host, int port) {
        return new Doors("http://" + host + ":" + port, null, null, null);
    }

    public static Doors all(String host, int port, int httpsPort, SecureDoors secure) {
        return new Doors(
                "http://" + host + ":" + port,
                "https://" + host + ":" + httpsPort,
                "http://" + host + ":" + secure.proxyPort(),
                secure.authority().pem());
    }

    /** For those who start the sandbox as a process. */
    public void writeTo(@Nullable Path folder) {
        try {
            if (folder != null) {
                Files.write(PrivateFile.at(folder.resolve(FILE)), Json.bytes(json()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + FILE, e);
        }
    }

    Map<String, @Nullable Object> json() {
        return Json.object("http", http, "https", https, "proxy", proxy);
    }
}
