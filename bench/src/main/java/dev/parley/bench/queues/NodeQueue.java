package dev.parley.bench.queues;

import dev.parley.bench.NodePackages;
import dev.parley.cli.instance.DatabaseAddress;
import java.io.IOException;
import java.util.List;

/** One that is written in Node.js. */
enum NodeQueue implements Queue {
    GRAPHILE_WORKER("graphile-worker", "0.16.6"),
    PG_BOSS("pg-boss", "10.3.2");

    private static final String DRIVER = "pg@8.16.3";

    private final String library;
    private final String version;

    NodeQueue(String library, String version) {
        this.library = library;
        this.version = version;
    }

    @Override
    public String toString() {
        return library;
    }

    /** Its script prints jobs per second. */
    @Override
    public double jobsPerSecond(DatabaseAddress database, int jobs) throws IOException, InterruptedException {
        var script = NodePackages.install(library, List.of(library + "@" + version, DRIVER))
                .script(NodeQueue.class, library + ".cjs");
        var builder = new ProcessBuilder("node", script.toString(), Integer.toString(jobs), Integer.toString(AT_ONCE))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DATABASE_URL", database.url());
        var process = builder.start();
        try (var said = process.inputReader()) {
            var rate = said.readLine();
            if (process.waitFor() != 0 || rate == null) {
                throw new IOException(library + " gave no figure");
            }
            return Double.parseDouble(rate);
        }
    }
}
