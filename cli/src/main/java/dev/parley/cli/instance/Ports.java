package dev.parley.cli.instance;

import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
final class Ports {

    static final int ANY = 0;

    private Ports() {}

    /** A port on which nothing listens at this moment. */
    static int free() {
        try (var socket = new ServerSocket(ANY, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Problem("cannot find a free port: " + e.getMessage(), e);
        }
    }

    /** Refuses a port on which somebody listens, naming the flag that changes it. */
    static void demandFree(int port, String flag) {
        if (port == ANY) {
            return;
        }
        try (var socket = new ServerSocket(port)) {
            socket.getLocalPort();
        } catch (IOException taken) {
            throw new Problem(
                    "port %d is taken: stop what listens there, or choose another one with %s".formatted(port, flag),
                    taken);
        }
    }
}
