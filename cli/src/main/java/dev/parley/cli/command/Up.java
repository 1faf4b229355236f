package dev.parley.cli.command;

import dev.parley.cli.instance.Instance;
import dev.parley.cli.instance.InstanceSettings;
import dev.parley.cli.process.ChildProcess;
import dev.parley.cli.process.Problem;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "up", description = "Starts an instance: PostgreSQL, the sandbox and the server. Ctrl-C stops it.")
final class Up implements Runnable {

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
    public void run() {
        var settings = options.settings(spec.commandLine(), Settings.here());
        if (detached) {
            startInBackground();
        } else {
            startHere(settings);
        }
    }

    private void startInBackground() {
        var arguments = spec.root().commandLine().getParseResult().originalArgs();
        new Background(options.folder()).start(arguments);
        greet("./parley down --data-dir " + options.folder().root());
    }

    private void startHere(InstanceSettings settings) {
        var instance = Instance.prepare(settings, step -> say(step + " …"));
        new Foreground(instance, () -> {}).run(() -> {
            instance.start();
            greet("Ctrl-C");
            throw ended(instance.awaitEnd(gone -> say(goneOn(gone))));
        });
    }

    private static String goneOn(ChildProcess ended) {
        return "%s ended by itself with status %d; the others go on, and take its bots over. The end of its log %s:%n%s"
                .formatted(
                        ended.name(),
                        ended.exitStatus(),
                        ended.log().file(),
                        String.join("\n", ended.log().tail(TAIL)));
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
