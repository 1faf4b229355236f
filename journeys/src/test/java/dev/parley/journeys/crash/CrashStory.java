package dev.parley.journeys.crash;

import dev.parley.cli.instance.ServerOptions;
import dev.parley.cli.instance.ServerProcess;
import dev.parley.journeys.crash.Strikes.Strike;
import dev.parley.journeys.testing.Eventually;
import dev.parley.journeys.testing.Person;
import dev.parley.journeys.testing.RunningParley;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Nodes on one database work the accounts of some persons, while strikes fall on them. */
final class CrashStory {

    static final Eventually IN_THE_END = Eventually.within(Duration.ofMinutes(6));

    private final RunningParley parley;
    private final Duration call;
    private final List<ServerProcess> nodes;
    private final List<Person> people;
    private final Strikes strikes;
    private int groups;

    /** Two nodes, and a person at each. */
    static CrashStory ofTwo(RunningParley parley, Duration call) {
        var seed = seed();
        var nodes = List.of(parley.server(), parley.instance().startServer(ServerOptions.node("2")));
        return new CrashStory(parley, call, nodes, 2, new Strikes(parley, nodes, List.of(), new Random(seed)));
    }

    /** The one that was asked for, or a new one. */
    static long seed() {
        var seed = Long.getLong("seed", System.nanoTime());
        System.out.printf("Crashes by -Dseed=%d%n", seed);
        return seed;
    }

    /**
     * Anybody's accounts.
     *
     * @param call how long the fake Instagram takes for a change, so that strikes hit changes under way
     */
    CrashStory(RunningParley parley, Duration call, List<ServerProcess> nodes, int people, Strikes strikes) {
        this.parley = parley;
        this.call = call;
        this.nodes = nodes;
        this.strikes = strikes;
        this.people = IntStream.range(0, people)
                .mapToObj(n -> parley.newPerson("keeper" + n)
                        .at(nodes.get(n % nodes.size()).address()))
                .toList();
    }

    List<ServerProcess> nodes() {
        return nodes;
    }

    /** New accounts of each person, worked through one of the drivers. */
    List<Post> connect(String driver, int each) {
        var posts = new ArrayList<Post>();
        var group = groups++;
        for (int n = 0; n < people.size(); n++) {
            var person = people.get(n);
            posts.addAll(Together.each(
                    parley.truth().makeAccounts("%s%d_%d_".formatted(driver, n, group), each),
                    account -> new Post(person, account, person.connects(account, driver), driver)));
        }
        return posts;
    }

    /** Half of them take effect at the beginning of the call, half at its end. */
    void makeCallsTakeTime(List<Post> posts) {
        for (int i = 0; i < posts.size(); i++) {
            makeTakeTime(posts.get(i), "follow", i % 2 == 0);
            makeTakeTime(posts.get(i), "like", i % 2 == 0);
            makeTakeTime(posts.get(i), "send", i % 2 == 0);
        }
    }

    /** Whoever's: so many of each kind take effect at their end, all others at their beginning. */
    void makeEveryCallTakeTime(int atTheEnd) {
        for (var name : List.of("follow", "unfollow", "like", "story_seen", "send")) {
            parley.truth()
                    .script(Map.of("call", name, "fault", "delay", "times", atTheEnd, "delay_ms", call.toMillis()));
            parley.truth()
                    .script(Map.of("call", name, "fault", "delay", "after_effect", true, "delay_ms", call.toMillis()));
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
