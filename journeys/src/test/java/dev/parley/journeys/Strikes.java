package dev.parley.journeys;

import dev.parley.cli.instance.ServerProcess;
import dev.parley.journeys.testing.Eventually;
import dev.parley.journeys.testing.RunningParley;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What hits two nodes and what they stand on, at random moments; whatever was killed is there again before the next strike. */
final class Strikes {

    /** A node is called dead after 8 seconds. */
    private static final Duration PAUSE = Duration.ofSeconds(12);

    private static final int LONGEST_CALM_MILLIS = 3000;

    private final RunningParley parley;
    private final List<ServerProcess> nodes;
    private final Random random;

    /** Which node was killed last. */
    private int victim;

    Strikes(RunningParley parley, List<ServerProcess> nodes, Random random) {
        this.parley = parley;
        this.nodes = nodes;
        this.random = random;
        this.victim = random.nextInt(nodes.size());
    }

    enum Strike {
        NODE_KILLED,
        /** The one that has taken over, and has most to lose. */
        OTHER_NODE_PAUSED,
        BROWSERS_KILLED,
        DATABASE_KILLED
    }

    /** Each kind in turn, so many in all. */
    void fall(List<Strike> kinds, int count) {
        for (int strike = 0; strike < count; strike++) {
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
            case OTHER_NODE_PAUSED -> pause(nodes.get(nodes.size() - 1 - victim));
            case BROWSERS_KILLED -> nodes.forEach(Strikes::killBrowsers);
            case DATABASE_KILLED -> killDatabase();
        }
    }

    private void kill(ServerProcess node) {
        System.out.printf("kill -9 %s%n", node.name());
        killBrowsers(node);
        node.process().kill();
        calm();
        node.startAgain();
    }

    private static void pause(ServerProcess node) {
        System.out.printf("SIGSTOP %s%n", node.name());
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
            System.out.printf("kill -9 %d processes of browsers of %s%n", browsers.size(), node.name());
            browsers.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void killDatabase() {
        System.out.println("kill -9 database");
        parley.database().crash();
        calm();
        parley.database().startAgain();
    }

    private void calm() {
        Eventually.within(Duration.ofMillis(random.nextInt(LONGEST_CALM_MILLIS)))
                .passes();
    }
}
