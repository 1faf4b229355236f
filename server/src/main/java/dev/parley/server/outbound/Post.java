package dev.parley.server.outbound;

import java.net.URI;
import java.util.Map;

/** What is sent to an address that a person named. */
public record Post(URI to, Map<String, String> headers, String json) {

    public Post {
        headers = Map.copyOf(headers);
    }
}
