package dev.parley.instagram.mobile;

import dev.parley.instagram.PersonId;
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

    /** @throws IllegalArgumentException if device or proxy cannot be used */
    Line line(Device device, @Nullable URI proxy, @Nullable PersonId account, SessionState state) {
        return new Line(settings, parser, transport.wire(proxy), AppHeaders.of(device, account), state);
    }

    @Override
    public void close() {
        transport.close();
    }
}
