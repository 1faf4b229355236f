package dev.parley.cli.instance;

import dev.parley.cli.process.ChildProcess;
import dev.parley.cli.process.JsonFile;
import dev.parley.cli.process.LastWords;
import dev.parley.cli.process.Patience;
import dev.parley.cli.process.Problem;
import dev.parley.cli.process.RunRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One server node, as a process of its own. */
public final class ServerProcess implements AutoCloseable {

    public static final String MANAGEMENT_PORT = "management_port";

    private static final Patience START = Patience.ofSeconds(180);
    private static final Duration STOP = Duration.ofSeconds(40);

    private final ServerLaunch launch;
    private final ServerOptions options;
    private int port;
    private int managementPort;
    private ChildProcess process;

    ServerProcess(ServerLaunch launch, ServerOptions options) {
        this.launch = launch;
        this.options = options;
        this.port = options.port();
        this.process = start();
    }

    private ChildProcess start() {
        try {
            Files.deleteIfExists(readyFile());
        } catch (IOException e) {
            throw new Problem("cannot delete " + readyFile() + ": " + e.getMessage(), e);
        }
        return ChildProcess.start(new ChildProcess.Launch(
                name(),
                launch.java(),
                launch.command(options.javaOptions(), List.of()),
                environment(),
                launch.folder().log(name()),
                launch.folder().records()));
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(launch.environment());
        environment.put("PORT", Integer.toString(port));
        environment.put("PARLEY_NODE", options.node());
        environment.put("PARLEY_READY_FILE", readyFile().toString());
        environment.putAll(options.environment());
        return environment;
    }

    private Path readyFile() {
        return launch.folder().records().resolve(name() + ".ready");
    }

    void awaitReady() {
        var ready = START.until(this::ready)
                .orElseThrow(() -> new Problem(
                        "the server does not get ready: see " + launch.folder().log(name())));
        port = ready.port();
        managementPort = ready.managementPort();
        process.listensOn(Map.of(RunRecord.MAIN_PORT, port, MANAGEMENT_PORT, managementPort));
    }

    private Optional<Ready> ready() {
        if (!process.isAlive()) {
            throw LastWords.of("the server", process);
        }
        return JsonFile.read(readyFile(), Ready.class);
    }

    private record Ready(long pid, int port, int managementPort) {}

    /** The name of its log and its record. */
    public String name() {
        return nameOf(options.node());
    }

    public static String nameOf(String node) {
        return "server-" + node;
    }

    /** Where people and programs come in. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where health and metrics are. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** To kill it, to pause it, to read its log. */
    public ChildProcess process() {
        return process;
    }

    /** Starts it again on the same port, after it was killed or closed; returns when it is ready. */
    public void startAgain() {
        process = start();
        awaitReady();
    }

    /** Stops it in order and starts it again. */
    public void restart() {
        close();
        startAgain();
    }

    @Override
    public void close() {
        process.stop(STOP);
    }
}
