package dev.parley.cli.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** What the command line expects of the sandbox's program. */
public final class TestingSandbox {

    private TestingSandbox() {}

    public static void main(String[] arguments) throws IOException {
        var options = Arrays.asList(arguments);
        var port = Integer.parseInt(options.get(options.indexOf("--port") + 1));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.start();
        System.out.println("ready at http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }
}
