package dev.parley.journeys.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.crash.Strikes.Strike;
import dev.parley.journeys.testing.RunningParley;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Actions of all kinds by many accounts on several nodes whose clocks differ, while nodes are killed and paused, the database is
 * killed and restarted, and connections to it are cut, delayed and held. How much of it: {@link ChaosSize}.
 */
@Tag("long")
class ChaosTest {

    private static final ChaosSize SIZE = ChaosSize.asked();

    /** Often enough that some calls are under way whenever something strikes. */
    private static final Duration CALL = Duration.ofMillis(400);

    private static final List<Strike> STRIKES = List.of(
            Strike.NODE_KILLED,
            Strike.OTHER_NODE_PAUSED,
            Strike.CONNECTIONS_CUT,
            Strike.CONNECTIONS_HELD,
            Strike.DATABASE_RESTARTED,
            Strike.NODE_KILLED,
            Strike.CONNECTIONS_DELAYED,
            Strike.OTHER_NODE_PAUSED,
            Strike.DATABASE_KILLED);
    private static final int PEOPLE_WITH_STORIES = 4;
    private static final int MOST_STORIES = 60;
    private static final Duration GROSSLY_LATE = Duration.ofSeconds(60);
    private static final List<String> LIMITED = List.of("follow", "like", "unfollow", "message", "first_contact");

    @RegisterExtension
    static final RunningParley parley = RunningParley.with(SIZE.environment());

    @Test
    void nothing_is_lost_repeated_or_overdone_whatever_strikes() {
        var seed = CrashStory.seed();
        var random = new Random(seed);
        var posts = connected();
        try (var nodes = ChaosNodes.start(parley, SIZE.nodes(), random);
                var chaos = new Chaos(nodes, at(nodes.addresses(), posts), random, new Random(seed))) {
            ChaosLedger.keep(SIZE, seed, chaos::figures, chaos::reign);
        }
    }

    /** By the first node, which nothing strikes. */
    private static List<Post> connected() {
        return new Keepers(parley, List.of(parley.server().address()), SIZE.people())
                .connect("mobile", Math.ceilDiv(SIZE.bots(), SIZE.people()));
    }

    private static List<Post> at(List<URI> nodes, List<Post> posts) {
        return IntStream.range(0, posts.size())
                .mapToObj(n -> posts.get(n).at(nodes.get(n % nodes.size())))
                .toList();
    }

    private static final class Chaos implements AutoCloseable {

        private final List<Post> posts;
        private final Strikes strikes;
        private final WritesOfTicks writes = new WritesOfTicks(parley.tables()).install();
        private final LimitsByTruth truth = new LimitsByTruth(parley);
        private final CrashFollows follows;
        private final CrashLikes likes;
        private final CrashStories stories;
        private final CrashUndo undo;
        private final CrashMessages messages;

        Chaos(ChaosNodes nodes, List<Post> posts, Random striking, Random nodeToAsk) {
            var each = SIZE.actionsOfABot();
            var addresses = nodes.addresses();
            this.posts = posts;
            this.strikes = new Strikes(parley, nodes.nodes(), nodes.lines(), striking);
            this.follows = new CrashFollows(parley, each, LIMITED);
            this.likes = new CrashLikes(parley, each);
            this.stories = new CrashStories(parley, PEOPLE_WITH_STORIES);
            this.undo = new CrashUndo(parley, addresses, Math.ceilDiv(each, 2), nodeToAsk);
            this.messages = new CrashMessages(parley, addresses, each, SIZE.apart());
        }

        void reign() {
            Limits.of(SIZE.actionsOfABot(), LIMITED).setBy(parley);
            Limits.of(MOST_STORIES, List.of("story_view")).setBy(parley);
            order();
            makeEveryCallTakeTime(SIZE.actions() / 2 / ChaosSize.KINDS);
            strikes.fall(STRIKES, SIZE.strikes(), this::isOver);
            undo.allAreOrdered();
            messages.allAreTaken();
            follows.goesOnUntilTheLimit();
            truth.expectNoMoreThan(SIZE.actionsOfABot(), MOST_STORIES);
            follows.raiseLimit();
            List.of(likes, stories, undo, messages, follows).forEach(CrashPart::expectAllRight);
            truth.expectNoMoreThan(CrashFollows.RAISED_LIMIT, MOST_STORIES);
            writes.expectNoneStale();
            assertThat(takeovers()).allMatch(took -> took.compareTo(GROSSLY_LATE) < 0);
        }

        private void order() {
            var parts = List.of(follows, likes, stories, undo, messages);
            for (int kind = 0; kind < parts.size(); kind++) {
                parts.get(kind).order(everyFifth(posts, kind));
            }
            System.out.printf("%d bots have been ordered their work%n", posts.size());
        }

        /** Of each kind, so many take effect at their end, all others at their beginning. */
        private static void makeEveryCallTakeTime(int atTheEnd) {
            for (var name : List.of("follow", "unfollow", "like", "story_seen", "send")) {
                var slow = Map.of("call", name, "fault", "delay", "delay_ms", CALL.toMillis());
                parley.truth().script(with(slow, "times", atTheEnd));
                parley.truth().script(with(slow, "after_effect", true));
            }
        }

        private static Map<String, Object> with(Map<String, ?> script, String name, Object value) {
            var all = new HashMap<String, Object>(script);
            all.put(name, value);
            return all;
        }

        private static List<Post> everyFifth(List<Post> posts, int kind) {
            return IntStream.range(0, posts.size())
                    .filter(n -> n % ChaosSize.KINDS == kind)
                    .mapToObj(posts::get)
                    .toList();
        }

        /** What is left waits for a limit. */
        private boolean isOver() {
            return undo.isOrdered()
                    && messages.isTaken()
                    && parley.tables()
                                    .number(
                                            "select count(*) from bot_actions where state <> 'queued' or wait_reason is distinct from 'QUOTA'")
                            == 0;
        }

        private List<Duration> takeovers() {
            var all = new ArrayList<Duration>();
            strikes.tally().losses().forEach(loss -> all.addAll(writes.takeovers(loss)));
            return all.stream().sorted().toList();
        }

        ChaosLedger.Figures figures() {
            return new ChaosLedger.Figures(strikes.tally(), truth.effects(), takeovers());
        }

        @Override
        public void close() {
            undo.close();
            follows.close();
        }
    }
}
