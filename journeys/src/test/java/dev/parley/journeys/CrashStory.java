package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.instance.ServerOptions;
import dev.parley.cli.instance.ServerProcess;
import dev.parley.journeys.testing.Eventually;
import dev.parley.journeys.testing.Person;
import dev.parley.journeys.testing.RunningParley;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two nodes on one database send messages and follow ten people on each account, while one node or the other is killed, or paused beyond
 * its lease.
 */
final class CrashStory {

    private static final int PEOPLE = 2;

    /** What an account may follow in an hour as delivered: not one lost try may be made up for. */
    private static final int LIMIT = 10;

    /** Enough to make up for what was lost. */
    private static final int RAISED_LIMIT = 50;

    /** A node is called dead after 8 seconds. */
    private static final Duration PAUSE = Duration.ofSeconds(12);

    private static final int LONGEST_CALM_MILLIS = 3000;
    private static final Eventually IN_THE_END = Eventually.within(Duration.ofMinutes(6));

    private final RunningParley parley;
    private final int accountsEach;
    private final int strikes;
    private final Duration call;
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    /**
     * @param accountsEach how many accounts each of two persons has
     * @param call how long the fake Instagram takes for a follow, so that strikes hit follows under way
     */
    CrashStory(RunningParley parley, int accountsEach, int strikes, Duration call) {
        this.parley = parley;
        this.accountsEach = accountsEach;
        this.strikes = strikes;
        this.call = call;
    }

    /** An account, and who works it. */
    record Post(Person person, String account, String id) {}

    void unfold() {
        System.out.printf("Crashes by -Dseed=%d%n", seed);
        var nodes = List.of(parley.server(), parley.instance().startServer(ServerOptions.node("2")));
        var posts = connectAll(nodes);
        makeCallsTakeTime(posts);
        var messages = new CrashMessages(parley);
        var writes = new WritesOfTicks(parley.tables()).install();
        try (var watch = new LimitAndEpochWatch(parley.tables(), LIMIT)) {
            messages.order(posts);
            posts.parallelStream().forEach(CrashStory::order);
            strikeAgainAndAgain(nodes);
            goesOnUntilTheLimit();
            watch.expectNothingWrong();
            watch.limitIs(RAISED_LIMIT);
            raiseTheLimit();
            IN_THE_END.shows("all follows", () -> parley.tables().texts("""
                    select id || ' is ' || state from jobs where state <> 'completed'"""), List::isEmpty);
            watch.expectNothingWrong();
        }
        new CrashVerdict(parley, LIMIT, RAISED_LIMIT)
                .give(posts.stream().map(Post::account).toList());
        messages.expectEachOnce();
        writes.expectNoneStale();
    }

    private List<Post> connectAll(List<ServerProcess> nodes) {
        return IntStream.range(0, PEOPLE)
                .boxed()
                .flatMap(n -> {
                    var person = parley.newPerson("keeper" + n);
                    var accounts = parley.truth().makeAccounts("post" + n + "_", accountsEach);
                    return connected(person.at(nodes.get(n).address()), accounts);
                })
                .toList();
    }

    private static Stream<Post> connected(Person person, List<String> accounts) {
        return accounts.parallelStream()
                .map(account -> new Post(person, account, person.connects(account)))
                .toList()
                .stream();
    }

    /** Half of them take effect at the beginning of the call, half at its end. */
    private void makeCallsTakeTime(List<Post> posts) {
        for (int i = 0; i < posts.size(); i++) {
            makeTakeTime(posts.get(i), "follow", i % 2 == 0);
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

    private static void order(Post post) {
        post.person()
                .api()
                .post("/api/bot/start", Map.of("account_id", post.id()))
                .expect(200);
        post.person()
                .api()
                .post(
                        "/api/bot/actions/follow-hashtag",
                        Map.of(
                                "account_id",
                                post.id(),
                                "hashtag",
                                "travel",
                                "amount",
                                LIMIT,
                                "filters",
                                Map.of("skip_private", true)))
                .expect(202);
    }

    /** One is killed; then the other one, which has taken over and has most to lose, is paused; and again. */
    private void strikeAgainAndAgain(List<ServerProcess> nodes) {
        var victim = random.nextInt(nodes.size());
        for (int strike = 0; strike < strikes; strike++) {
            calm();
            if (strike % 2 == 0) {
                victim = random.nextInt(nodes.size());
                kill(nodes.get(victim));
            } else {
                pause(nodes.get(nodes.size() - 1 - victim));
            }
        }
    }

    private void calm() {
        Eventually.within(Duration.ofMillis(random.nextInt(LONGEST_CALM_MILLIS)))
                .passes();
    }

    private void kill(ServerProcess node) {
        System.out.printf("kill -9 %s%n", node.name());
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

    /** A try whose end nobody saw stays counted, so its account may fall short of the limit by it. */
    private void goesOnUntilTheLimit() {
        IN_THE_END.shows(
                "nothing but follows that wait for the limit",
                () -> parley.tables().texts("""
                select concat_ws(' ', kind, state, wait_reason) from bot_actions
                where state <> 'queued' or wait_reason is distinct from 'QUOTA'"""),
                List::isEmpty);
        assertThat(parley.tables().texts("select username from job_targets where state = 'unconfirmed'"))
                .as("nobody knows whether it happened")
                .isEmpty();
    }

    private void raiseTheLimit() {
        var limit = Map.of("action", "follow", "per_hour", RAISED_LIMIT, "per_day", RAISED_LIMIT);
        parley.administrator()
                .api()
                .put("/api/admin/limits", Map.of("limits", List.of(limit)))
                .expect(200);
    }
}
