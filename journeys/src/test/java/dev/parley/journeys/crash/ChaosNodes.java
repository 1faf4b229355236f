package dev.parley.journeys.crash;

import dev.parley.cli.instance.ServerOptions;
import dev.parley.cli.instance.ServerProcess;
import dev.parley.journeys.testing.DatabaseLine;
import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.SkewedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Nodes that disagree about the time, each on a line of its own to the database. */
record ChaosNodes(List<ServerProcess> nodes, List<DatabaseLine> lines) implements AutoCloseable {

    private static final int MOST_SECONDS_OFF = 600;
    private static final int LONG_MINUTES = 5;

    /** In the place of the instance's first node. */
    static ChaosNodes start(RunningParley parley, ChaosSize size, Random random) {
        var count = size.nodes();
        var lines = Stream.generate(() -> new DatabaseLine(parley.database().address()))
                .limit(count)
                .toList();
        var clocks = random.ints(count, -MOST_SECONDS_OFF, MOST_SECONDS_OFF)
                .mapToObj(off -> new SkewedClock(Duration.ofSeconds(off)))
                .toList();
        var nodes = IntStream.range(0, count)
                .mapToObj(n -> start(parley, size, Integer.toString(n + 2), lines.get(n), clocks.get(n)))
                .toList();
        parley.enterBy(nodes.getFirst());
        parley.server().close();
        IntStream.range(0, count)
                .forEach(n -> clocks.get(n).expectAt(nodes.get(n).address()));
        return new ChaosNodes(nodes, lines);
    }

    private static ServerProcess start(
            RunningParley parley, ChaosSize size, String name, DatabaseLine line, SkewedClock clock) {
        System.out.printf(
                "The clock of server-%s is off by %d s%n", name, clock.off().toSeconds());
        return parley.instance()
                .startServer(ServerOptions.node(name)
                        .withEnvironment(Map.of("DATABASE_URL", line.address().url()))
                        .withJavaOptions(javaOptions(
                                size, clock, parley.instance().folder().root())));
    }

    /** Those that live for a few minutes only do without the compiler that makes code fast in the end. */
    private static List<String> javaOptions(ChaosSize size, SkewedClock clock, Path folder) {
        var compiler = size.minutes() < LONG_MINUTES ? List.of("-XX:TieredStopAtLevel=1") : List.<String>of();
        return Stream.concat(compiler.stream(), clock.javaOptions(folder).stream())
                .toList();
    }

    @Override
    public void close() {
        lines.forEach(DatabaseLine::close);
    }
}
