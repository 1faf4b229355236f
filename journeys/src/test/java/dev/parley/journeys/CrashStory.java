package dev.parley.journeys;

import dev.parley.cli.instance.ServerOptions;
import dev.parley.cli.instance.ServerProcess;
import dev.parley.journeys.Strikes.Strike;
import dev.parley.journeys.testing.Eventually;
import dev.parley.journeys.testing.Person;
import dev.parley.journeys.testing.RunningParley;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Two nodes on one database work the accounts of two persons, while strikes fall on them. */
final class CrashStory {

    static final Eventually IN_THE_END = Eventually.within(Duration.ofMinutes(6));

    private static final int PEOPLE = 2;

    private final RunningParley parley;
    private final Duration call;
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<ServerProcess> nodes;
    private final List<Person> people;
    private int groups;

    /** @param call how long the fake Instagram takes for a change, so that strikes hit changes under way */
    CrashStory(RunningParley parley, Duration call) {
        System.out.printf("Crashes by -Dseed=%d%n", seed);
        this.parley = parley;
        this.call = call;
        this.nodes = List.of(parley.server(), parley.instance().startServer(ServerOptions.node("2")));
        this.people = IntStream.range(0, PEOPLE)
                .mapToObj(n -> parley.newPerson("keeper" + n).at(nodes.get(n).address()))
                .toList();
    }

    List<ServerProcess> nodes() {
        return nodes;
    }

    /** New accounts of each person, worked through one of the drivers. */
    List<Post> connect(String driver, int each) {
        var posts = new ArrayList<Post>();
        var group = groups++;
        for (int n = 0; n < PEOPLE; n++) {
            var person = people.get(n);
            posts.addAll(parley.truth().makeAccounts("%s%d_%d_".formatted(driver, n, group), each).parallelStream()
                    .map(account -> new Post(person, account, person.connects(account, driver), driver))
                    .toList());
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
    void unfold(List<Strike> kinds, int strikes, List<CrashPart> parts) {
        new Strikes(parley, nodes, random).fall(kinds, strikes);
        parts.forEach(CrashPart::expectAllRight);
    }
}
