package dev.parley.cli.command;

import dev.parley.cli.instance.Instance;
import dev.parley.cli.process.ChildProcess;
import dev.parley.cli.process.Problem;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = "Starts an instance: PostgreSQL, the sandbox and the server. Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

    private static final int TAIL = 20;

    @Mixin
    private InstanceOptions options = new InstanceOptions();

    @Option(
            names = {"-d", "--detach"},
            description = "Return when it is ready; ./parley down stops it.")
    private boolean detached;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final long began = System.nanoTime();

    @Override
    public Integer call() {
        var settings = options.settings(spec.commandLine(), Settings.here());
        if (detached) {
            new Background(settings.folder())
                    .start(spec.root().commandLine().getParseResult().originalArgs());
            greet("./parley down --data-dir " + settings.folder().root());
            return 0;
        }
        var stopping = new AtomicBoolean();
        var instance = Instance.prepare(settings, step -> say(step + " …"));
        stopWithThisProcess(instance, stopping);
        try {
            instance.start();
            greet("Ctrl-C");
            throw ended(instance.firstEnd().join());
        } catch (Problem problem) {
            // What ends while everything is being stopped is no news.
            if (stopping.get()) {
                return 0;
            }
            throw problem;
        }
    }

    private static void stopWithThisProcess(Instance instance, AtomicBoolean stopping) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stopping.set(true);
                            instance.close();
                        },
                        "stop"));
    }

    private static Problem ended(ChildProcess ended) {
        return new Problem("%s ended by itself with status %d, so everything is stopped; the end of its log %s:%n%s"
                .formatted(
                        ended.name(),
                        ended.exitStatus(),
                        ended.log().file(),
                        String.join("\n", ended.log().tail(TAIL))));
    }

    private void greet(String howToStop) {
        Greeting.of(options.folder(), Duration.ofNanos(System.nanoTime() - began), howToStop)
                .forEach(this::say);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
