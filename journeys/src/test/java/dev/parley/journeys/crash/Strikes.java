package dev.parley.journeys.crash;

import dev.parley.cli.instance.ServerProcess;
import dev.parley.journeys.testing.DatabaseLine;
import dev.parley.journeys.testing.Eventually;
import dev.parley.journeys.testing.RunningParley;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** What hits nodes and what they stand on, at random moments; whatever was killed is there again before the next strike. */
final class Strikes {

    /** A node is called dead after 8 seconds. */
    private static final Duration PAUSE = Duration.ofSeconds(12);

    private static final Duration SLOW = Duration.ofSeconds(8);
    private static final int LONGEST_DELAY_MILLIS = 400;
    private static final int LONGEST_CALM_MILLIS = 3000;

    private final RunningParley parley;
    private final List<ServerProcess> nodes;
    private final List<DatabaseLine> lines;
    private final Random random;
    private final StrikeTally tally = new StrikeTally();

    /** Which node was killed last. */
    private int victim;

    /** @param lines of the nodes to their database, in the same order; none if nothing happens to them */
    Strikes(RunningParley parley, List<ServerProcess> nodes, List<DatabaseLine> lines, Random random) {
        this.parley = parley;
        this.nodes = nodes;
        this.lines = lines;
        this.random = random;
        this.victim = random.nextInt(nodes.size());
    }

    enum Strike {
        NODE_KILLED,
        /** Another one: with two nodes the one that has taken over, and has most to lose. */
        OTHER_NODE_PAUSED,
        BROWSERS_KILLED,
        DATABASE_KILLED,
        /** At once, as an operator in need does it. */
        DATABASE_RESTARTED,
        CONNECTIONS_CUT,
        CONNECTIONS_DELAYED,
        /** Longer than a node lives without a sign of life: what it sent meanwhile arrives when others own its bots. */
        CONNECTIONS_HELD
    }

    StrikeTally tally() {
        return tally;
    }

    /** Each kind in turn, so many in all. */
    void fall(List<Strike> kinds, int count) {
        fall(kinds, count, () -> false);
    }

    /** The same, until there is nothing left to disturb. */
    void fall(List<Strike> kinds, int atMost, BooleanSupplier isOver) {
        for (int strike = 0; strike < atMost && !isOver.getAsBoolean(); strike++) {
            calm();
            fall(kinds.get(strike % kinds.size()));
        }
    }

    private void fall(Strike strike) {
        switch (strike) {
            case NODE_KILLED -> {
                victim = random.nextInt(nodes.size());
                kill(nodes.get(victim));
            }
            case OTHER_NODE_PAUSED -> pause(nodes.get(another()));
            case BROWSERS_KILLED -> nodes.forEach(Strikes::killBrowsers);
            case DATABASE_KILLED -> killDatabase();
            case DATABASE_RESTARTED -> restartDatabase();
            case CONNECTIONS_CUT -> cut(random.nextInt(lines.size()));
            case CONNECTIONS_DELAYED -> delay(random.nextInt(lines.size()));
            case CONNECTIONS_HELD -> hold(random.nextInt(lines.size()));
        }
        tally.add(strike);
    }

    private int another() {
        return (victim + 1 + random.nextInt(nodes.size() - 1)) % nodes.size();
    }

    private void kill(ServerProcess node) {
        tell("kill -9 %s", node.name());
        killBrowsers(node);
        tally.killed(node);
        node.process().kill();
        calm();
        node.startAgain();
    }

    private void pause(ServerProcess node) {
        tell("SIGSTOP %s", node.name());
        tally.silenced(node);
        node.process().pause();
        Eventually.within(PAUSE).passes();
        node.process().resume();
    }

    private static void killBrowsers(ServerProcess node) {
        var browsers = ProcessHandle.of(node.process().pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .filter(process -> process.info().command().orElse("").contains("chrom"))
                .toList();
        if (!browsers.isEmpty()) {
            tell("kill -9 %d processes of browsers of %s", browsers.size(), node.name());
            browsers.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void killDatabase() {
        tell("kill -9 database");
        parley.database().crash();
        calm();
        parley.database().startAgain();
    }

    private void restartDatabase() {
        tell("immediate shutdown of the database");
        parley.database().abort();
        parley.database().startAgain();
    }

    private void cut(int node) {
        tell("%d connections of %s cut", lines.get(node).cut(), nodes.get(node).name());
    }

    private void delay(int node) {
        var by = Duration.ofMillis(1 + random.nextInt(LONGEST_DELAY_MILLIS));
        tell("connections of %s slower by %d ms", nodes.get(node).name(), by.toMillis());
        lines.get(node).delay(by);
        Eventually.within(SLOW).passes();
        lines.get(node).delay(Duration.ZERO);
    }

    private void hold(int node) {
        tell("connections of %s held", nodes.get(node).name());
        tally.silenced(nodes.get(node));
        lines.get(node).hold();
        Eventually.within(PAUSE).passes();
        lines.get(node).letGo();
    }

    private void calm() {
        Eventually.within(Duration.ofMillis(random.nextInt(LONGEST_CALM_MILLIS)))
                .passes();
    }

    private static void tell(String what, Object... values) {
        System.out.printf(what + "%n", values);
    }
}
