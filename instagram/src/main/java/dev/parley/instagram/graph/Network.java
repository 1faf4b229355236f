package dev.parley.instagram.graph;

import dev.parley.instagram.http.Transport;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The connections that all accounts share. */
final class Network implements AutoCloseable {

    private final Settings settings;
    private final AnswerParser parser;
    private final Transport transport;

    Network(Settings settings) {
        this(settings, new Transport(settings.limits().connectDeadline()));
    }

    Network(Settings settings, Transport transport) {
        this.settings = settings;
        this.parser = new AnswerParser(settings.limits().largestAnswer());
        this.transport = transport;
    }

    Settings settings() {
        return settings;
    }

    /** @throws IllegalArgumentException if the proxy cannot be used */
    GraphLine line(@Nullable URI proxy) {
        return new GraphLine(settings, parser, transport.wire(proxy));
    }

    @Override
    public void close() {
        transport.close();
    }
}
