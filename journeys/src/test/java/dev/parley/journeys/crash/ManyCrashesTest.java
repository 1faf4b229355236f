package dev.parley.journeys.crash;

import dev.parley.journeys.crash.Strikes.Strike;
import dev.parley.journeys.testing.RunningParley;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many crashes, for as long as they take. */
@Tag("long")
class ManyCrashesTest {

    private static final int ACCOUNTS_EACH = 10;
    private static final int STRIKES = 20;
    private static final Duration CALL = Duration.ofSeconds(8);

    @RegisterExtension
    static final RunningParley parley = RunningParley.with(Map.of(
            "PARLEY_BOT_DIVISOR", "1",
            "PARLEY_BOT_FOLLOW", "16s",
            "PARLEY_BOT_READ", "100ms",
            "PARLEY_BOT_PERSON", "100ms",
            "PARLEY_BOT_RETRY", "1s",
            "PARLEY_INBOX_POLLING", "false"));

    @Test
    void follows_everybody_once_though_nodes_are_killed_and_paused_again_and_again() {
        var story = CrashStory.ofTwo(parley, CALL);
        var writes = new WritesOfTicks(parley.tables()).install();
        var posts = story.connect("mobile", ACCOUNTS_EACH);
        story.makeCallsTakeTime(posts);
        try (var follows = new CrashFollows(parley, CrashFollows.LIMIT, List.of("follow"))) {
            follows.order(posts);
            story.unfold(List.of(Strike.NODE_KILLED, Strike.OTHER_NODE_PAUSED), STRIKES, List.of(follows));
        }
        writes.expectNoneStale();
    }
}
