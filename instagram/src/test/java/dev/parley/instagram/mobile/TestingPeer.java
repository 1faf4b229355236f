package dev.parley.instagram.mobile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** The other end of a connection, free to behave as badly as a socket allows. Each connection is treated alike. */
final class TestingPeer implements AutoCloseable {

    static final String OK_HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static final String HEAD_END = "\r\n\r\n";

    private final ServerSocket listener;
    private final AtomicInteger requests = new AtomicInteger();

    interface Behaviour {
        void meet(Conversation conversation) throws IOException;
    }

    TestingPeer(Behaviour behaviour) {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(() -> accept(behaviour));
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** How many requests came in, complete or not. */
    int requests() {
        return requests.get();
    }

    private void accept(Behaviour behaviour) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.startVirtualThread(() -> meet(behaviour, socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void meet(Behaviour behaviour, Socket socket) {
        try (socket) {
            behaviour.meet(new Conversation(socket, requests));
        } catch (IOException e) {
            // The client has had enough, which is what some tests are about.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection. */
    record Conversation(Socket socket, AtomicInteger requests) {

        /** Reads a request's head and whatever of its body is there. */
        void request() throws IOException {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf(HEAD_END) < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("closed");
                }
                head.append((char) next);
            }
            requests.incrementAndGet();
            in.readNBytes(bodyLength(head));
        }

        private static int bodyLength(StringBuilder head) {
            return head.toString()
                    .lines()
                    .filter(line -> line.startsWith("Content-Length: "))
                    .map(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                    .findFirst()
                    .orElse(0);
        }

        void says(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        void chunk(String text) throws IOException {
            says(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
        }

        void answers(String body) throws IOException {
            says("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        }

        /** Keeps silent until the client goes. */
        void silence() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // Whatever it says is ignored.
            }
        }
    }
}
