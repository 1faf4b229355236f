package dev.parley.bench.instagram;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.nio.charset.StandardCharsets;

/** The sandbox's HTTP server without the sandbox: the same bytes to everybody. */
final class ConstantServer {

    private ConstantServer() {}

    public static void main(String[] args) {
        byte[] body = args[0].getBytes(StandardCharsets.UTF_8);
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routing -> routing.any((request, response) -> response.header(
                                HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                        .send(body)))
                .build()
                .start();
        System.out.println("ready at http://127.0.0.1:" + server.port());
    }
}
