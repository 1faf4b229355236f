package dev.parley.journeys.testing;

import dev.parley.cli.instance.DatabaseAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The way from one server to its database, on which connections can be cut, slowed down and held. Thread-safe. */
public final class DatabaseLine implements AutoCloseable {

    private static final int CHUNK = 16_384;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final DatabaseAddress database;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean held;

    public DatabaseLine(DatabaseAddress database) {
        this.database = database;
        try {
            this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("database-line").start(this::letIn);
    }

    /** The database as it is seen through this line. */
    public DatabaseAddress address() {
        return new DatabaseAddress(
                "127.0.0.1", door.getLocalPort(), database.database(), database.user(), database.password());
    }

    /** All connections that there are; new ones are let in. Returns how many there were. */
    public int cut() {
        var cut = Set.copyOf(open);
        cut.forEach(DatabaseLine::close);
        return cut.size() / 2;
    }

    /** Whatever goes through, in either direction, comes later by this. */
    public void delay(Duration by) {
        delay = by;
    }

    /** Nothing goes through, and nobody is told, until {@link #letGo()}. What was sent meanwhile arrives then. */
    public void hold() {
        held = true;
    }

    public void letGo() {
        held = false;
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket server) {
        try {
            var there = new Socket(database.host(), database.port());
            there.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            open.add(server);
            open.add(there);
            Thread.ofVirtual().start(() -> carry(server, there));
            Thread.ofVirtual().start(() -> carry(there, server));
        } catch (IOException databaseAway) {
            close(server);
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            carry(from.getInputStream(), to.getOutputStream());
        } catch (IOException cut) {
            // whichever side it was: the other one is closed, too
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void carry(InputStream in, OutputStream out) throws IOException {
        var chunk = new byte[CHUNK];
        for (var length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            LockSupport.parkNanos(delay.toNanos());
            while (held) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            out.write(chunk, 0, length);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException goneAlready) {
            // as wished
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException goneAlready) {
            // as wished
        }
        held = false;
        cut();
    }
}
