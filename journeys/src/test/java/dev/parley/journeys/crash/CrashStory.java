package dev.parley.journeys.crash;

import dev.parley.cli.instance.ServerOptions;
import dev.parley.cli.instance.ServerProcess;
import dev.parley.journeys.crash.Strikes.Strike;
import dev.parley.journeys.testing.Eventually;
import dev.parley.journeys.testing.RunningParley;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Nodes on one database work the accounts of some persons, while strikes fall on them. */
final class CrashStory {

    static final Eventually IN_THE_END = Eventually.within(Duration.ofMinutes(6));

    private final RunningParley parley;
    private final Duration call;
    private final List<ServerProcess> nodes;
    private final Keepers keepers;
    private final Strikes strikes;

    /** Two nodes, and a person at each. */
    static CrashStory ofTwo(RunningParley parley, Duration call) {
        var seed = seed();
        var nodes = List.of(parley.server(), parley.instance().startServer(ServerOptions.node("2")));
        return new CrashStory(parley, call, nodes, new Strikes(parley, nodes, List.of(), new Random(seed)));
    }

    /** The one that was asked for, or a new one. */
    static long seed() {
        var seed = Long.getLong("seed", System.nanoTime());
        System.out.printf("Crashes by -Dseed=%d%n", seed);
        return seed;
    }

    /** @param call how long the fake Instagram takes for a change, so that strikes hit changes under way */
    private CrashStory(RunningParley parley, Duration call, List<ServerProcess> nodes, Strikes strikes) {
        this.parley = parley;
        this.call = call;
        this.nodes = nodes;
        this.strikes = strikes;
        this.keepers =
                new Keepers(parley, nodes.stream().map(ServerProcess::address).toList(), nodes.size());
    }

    List<ServerProcess> nodes() {
        return nodes;
    }

    /** New accounts of each person, worked through one of the drivers. */
    List<Post> connect(String driver, int each) {
        return keepers.connect(driver, each);
    }

    /** Half of them take effect at the beginning of the call, half at its end. */
    void makeCallsTakeTime(List<Post> posts) {
        for (int i = 0; i < posts.size(); i++) {
            makeTakeTime(posts.get(i), "follow", i % 2 == 0);
            makeTakeTime(posts.get(i), "like", i % 2 == 0);
            makeTakeTime(posts.get(i), "send", i % 2 == 0);
        }
    }

    private void makeTakeTime(Post post, String name, boolean afterEffect) {
        parley.truth()
                .script(Map.of(
                        "account",
                        post.account(),
                        "call",
                        name,
                        "fault",
                        "delay",
                        "after_effect",
                        afterEffect,
                        "delay_ms",
                        call.toMillis()));
    }

    /** What has been ordered goes on meanwhile, and must be right when all is over. */
    void unfold(List<Strike> kinds, int count, List<CrashPart> parts) {
        strikes.fall(kinds, count);
        parts.forEach(CrashPart::expectAllRight);
    }
}
