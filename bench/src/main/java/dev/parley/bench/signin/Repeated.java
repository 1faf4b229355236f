package dev.parley.bench.signin;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One request, sent again and again over a connection of its own. A client that does more would take the processors from the servers
 * that are compared.
 */
final class Repeated implements Runnable {

    private static final String CLOSING = "connection: close";
    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final String LENGTH = "content-length: ";
    private static final int HEXADECIMAL = 16;

    private final URI address;
    private final byte[] request;
    private @Nullable Connection open;

    Repeated(URI address, String token) {
        this.address = address;
        this.request = """
                GET %s HTTP/1.1
                Host: %s
                Authorization: Bearer %s

                """.formatted(address.getPath(), address.getAuthority(), token)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private record Connection(Socket socket, InputStream answers) {

        static Connection to(URI address) throws IOException {
            var socket = new Socket(address.getHost(), address.getPort());
            socket.setTcpNoDelay(true);
            return new Connection(socket, new BufferedInputStream(socket.getInputStream()));
        }
    }

    @Override
    public void run() {
        try {
            var connection = open == null ? Connection.to(address) : open;
            connection.socket().getOutputStream().write(request);
            if (readAnswer(connection.answers())) {
                open = connection;
            } else {
                open = null;
                connection.socket().close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether the connection stays open. */
    private static boolean readAnswer(InputStream answers) throws IOException {
        var status = line(answers);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException(status);
        }
        var length = 0;
        var chunked = false;
        var closing = false;
        for (var header = line(answers); !header.isEmpty(); header = line(answers)) {
            chunked |= header.equalsIgnoreCase(CHUNKED);
            closing |= header.equalsIgnoreCase(CLOSING);
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()));
            }
        }
        if (chunked) {
            skipChunks(answers);
        } else {
            answers.skipNBytes(length);
        }
        return !closing;
    }

    private static void skipChunks(InputStream answers) throws IOException {
        int length;
        do {
            length = Integer.parseInt(line(answers), HEXADECIMAL);
            answers.skipNBytes(length);
            line(answers);
        } while (length > 0);
    }

    private static String line(InputStream answers) throws IOException {
        var line = new StringBuilder();
        for (var next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
