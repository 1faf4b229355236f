package dev.parley.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A sandbox as a process of its own: {@code java -jar sandbox.jar [--port 8090] [--host 127.0.0.1] [--data-dir DIR] [--seed N]
 * [--https-port N] [--proxy-port N]}. It says one line when it is ready and ends at SIGTERM.
 */
public final class Sandbox {
    private static final int DEFAULT_PORT = 8090;
    private static final int WRONG_USE = 2;
    /** Held here, because a logger that nobody holds forgets its level. */
    private static final Logger HTTP_LOG = Logger.getLogger("io.helidon");

    private Sandbox() {}

    public static void main(String[] arguments) {
        quieten();
        try {
            run(arguments, System.out);
        } catch (IllegalArgumentException e) {
            end(e, WRONG_USE);
        } catch (RuntimeException e) {
            end(e, 1);
        }
    }

    private static void run(String[] arguments, PrintStream out) {
        SandboxOptions options = SandboxOptions.parse(arguments, DEFAULT_PORT);
        refuseTakenPort(options.host(), options.port());
        var builder = SandboxServer.builder()
                .host(options.host())
                .port(options.port())
                .seed(options.seed());
        if (options.dataDir() != null) {
            builder.dataDir(options.dataDir());
        }
        if (options.secure() != null) {
            builder.secure(options.secure().httpsPort(), options.secure().proxyPort());
        }
        SandboxServer sandbox = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "stop"));
        out.println("Sandbox ready at " + sandbox.baseUrl());
        out.flush();
    }

    private static void refuseTakenPort(String host, int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot listen at " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    private static void end(RuntimeException reason, int status) {
        System.err.println("Sandbox: " + reason.getMessage());
        System.exit(status);
    }

    /** Below warnings, the HTTP server only tells that it starts and stops. */
    private static void quieten() {
        HTTP_LOG.setLevel(Level.WARNING);
    }
}
