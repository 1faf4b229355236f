package dev.parley.bench.instagram;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks for the same thing again and again over connections that stay open, with as little work of its own as can be. */
final class Load {

    private static final String LENGTH = "content-length:";

    private final URI server;
    private final byte[] request;

    Load(URI server, String request) {
        this.server = server;
        this.request = request.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Answers per second. */
    double perSecond(int connections, int each) throws Exception {
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> {
                    ask(each);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return connections * (double) each / ((System.nanoTime() - began) / 1e9);
    }

    /** The body of one answer. */
    String once() throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request);
            return new String(answer(new BufferedInputStream(socket.getInputStream())), StandardCharsets.UTF_8);
        }
    }

    private void ask(int times) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            var answers = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < times; i++) {
                socket.getOutputStream().write(request);
                answer(answers);
            }
        }
    }

    private static byte[] answer(InputStream from) throws IOException {
        String status = line(from);
        if (!status.contains(" 200 ")) {
            throw new IOException("answered with " + status);
        }
        int length = 0;
        for (String header = line(from); !header.isEmpty(); header = line(from)) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(LENGTH)) {
                length = Integer.parseInt(name.substring(LENGTH.length()).strip());
            }
        }
        return from.readNBytes(length);
    }

    private static String line(InputStream from) throws IOException {
        var line = new StringBuilder();
        for (int read = from.read(); read != '\n'; read = from.read()) {
            if (read < 0) {
                throw new EOFException("the connection ended");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }
}
