package dev.parley.journeys.crash;

import dev.parley.cli.instance.ServerOptions;
import dev.parley.cli.instance.ServerProcess;
import dev.parley.journeys.testing.DatabaseLine;
import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.SkewedClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Nodes that disagree about the time, each on a line of its own to the database. */
record ChaosNodes(List<ServerProcess> nodes, List<DatabaseLine> lines) implements AutoCloseable {

    private static final int MOST_SECONDS_OFF = 600;

    /** They are killed too often for the compiler that makes code fast in the end. */
    private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    /** In the place of the instance's first node. */
    static ChaosNodes start(RunningParley parley, int count, Random random) {
        var lines = Stream.generate(() -> new DatabaseLine(parley.database().address()))
                .limit(count)
                .toList();
        var clocks = random.ints(count, -MOST_SECONDS_OFF, MOST_SECONDS_OFF)
                .mapToObj(off -> new SkewedClock(Duration.ofSeconds(off)))
                .toList();
        var nodes = IntStream.range(0, count)
                .mapToObj(n -> start(parley, Integer.toString(n + 2), lines.get(n), clocks.get(n)))
                .toList();
        parley.enterBy(nodes.getFirst());
        parley.server().close();
        IntStream.range(0, count)
                .forEach(n -> clocks.get(n).expectAt(nodes.get(n).address()));
        return new ChaosNodes(nodes, lines);
    }

    private static ServerProcess start(RunningParley parley, String name, DatabaseLine line, SkewedClock clock) {
        System.out.printf(
                "The clock of server-%s is off by %d s%n", name, clock.off().toSeconds());
        var folder = parley.instance().folder().root();
        return parley.instance()
                .startServer(ServerOptions.node(name)
                        .withEnvironment(Map.of("DATABASE_URL", line.address().url()))
                        .withJavaOptions(Stream.concat(Stream.of(QUICK_TO_START), clock.javaOptions(folder).stream())
                                .toList()));
    }

    List<URI> addresses() {
        return nodes.stream().map(ServerProcess::address).toList();
    }

    @Override
    public void close() {
        lines.forEach(DatabaseLine::close);
    }
}
