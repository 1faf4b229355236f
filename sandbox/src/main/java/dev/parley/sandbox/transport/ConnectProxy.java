package dev.parley.sandbox.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy that knows {@code CONNECT} alone, and leads every connection for a host that the sandbox plays to its own TLS port. Anything
 * else is refused, so that nothing leaves the machine through it. At most {@value #MOST_TUNNELS} connections at a time.
 */
final class ConnectProxy implements AutoCloseable {
    private static final int MOST_TUNNELS = 1_024;
    private static final int LONGEST_HEAD = 16 * 1_024;
    private static final int HEAD_MILLIS = 15_000;
    private static final Pattern CONNECT = Pattern.compile("CONNECT (\\S{1,255}):\\d{1,5} HTTP/1\\.[01]");

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final Semaphore tunnels = new Semaphore(MOST_TUNNELS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private ConnectProxy(ServerSocket listener, InetSocketAddress target) {
        this.listener = listener;
        this.target = target;
    }

    static ConnectProxy start(String host, int port, int tlsPort) {
        try {
            var listener = new ServerSocket(port, MOST_TUNNELS, InetAddress.getByName(host));
            var proxy = new ConnectProxy(listener, new InetSocketAddress(host, tlsPort));
            Thread.ofVirtual().name("connect-proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen at " + host + ":" + port, e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(ConnectProxy::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (tunnels.tryAcquire()) {
                    Thread.ofVirtual().start(() -> serve(client));
                } else {
                    client.close();
                }
            } catch (IOException closedOrPassing) {
                // The loop ends when the listener is closed; any other trouble concerns one client only.
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client) {
            client.setSoTimeout(HEAD_MILLIS);
            Matcher connect = CONNECT.matcher(firstLine(client.getInputStream()));
            if (!connect.matches()) {
                refuse(client, "405 Method Not Allowed");
            } else if (!InstagramHosts.isPlayed(InstagramHosts.in(connect.group(1)))) {
                refuse(client, "403 Forbidden");
            } else {
                client.setSoTimeout(0);
                tunnel(client);
            }
        } catch (IOException endedByClient) {
            // Nothing is owed to a client that has gone.
        } finally {
            open.remove(client);
            tunnels.release();
        }
    }

    /** The whole head is read; only its first line matters. */
    private static String firstLine(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || head.length() >= LONGEST_HEAD) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.substring(0, head.indexOf("\r\n"));
    }

    private static void refuse(Socket client, String status) throws IOException {
        write(client, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    private static void write(Socket client, String head) throws IOException {
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private void tunnel(Socket client) throws IOException {
        try (var server = new Socket()) {
            server.connect(target);
            write(client, "HTTP/1.1 200 Connection Established\r\n\r\n");
            Thread back = Thread.ofVirtual().start(() -> pass(server, client));
            pass(client, server);
            join(back);
        }
    }

    /** Until one side ends; then the other is told. */
    private static void pass(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
            to.shutdownOutput();
        } catch (IOException ended) {
            closeQuietly(to);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyGone) {
            // What matters is that it is closed.
        }
    }
}
