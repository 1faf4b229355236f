package dev.parley.bench.signin;

import dev.parley.bench.BenchInstance;
import dev.parley.bench.NodePackages;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The peer: Express, which finds out by one select whose token it is, and answers with the same JSON. */
record Express(Process process, URI address) implements AutoCloseable {

    static Express start(BenchInstance instance) throws IOException, InterruptedException {
        var script = NodePackages.install("express", List.of("express@5.1.0", "pg@8.16.3"))
                .script(Express.class, "express.cjs");
        var builder = new ProcessBuilder("node", script.toString()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put(
                        "DATABASE_URL",
                        instance.parts().database().orElseThrow().address().url());
        var process = builder.start();
        BufferedReader said = process.inputReader();
        var port = said.readLine();
        if (port == null) {
            throw new IOException("Express did not start");
        }
        return new Express(process, URI.create("http://127.0.0.1:" + port + "/api/me"));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
