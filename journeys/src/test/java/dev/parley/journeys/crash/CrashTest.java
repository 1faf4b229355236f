package dev.parley.journeys.crash;

import dev.parley.cli.instance.ServerProcess;
import dev.parley.journeys.crash.Strikes.Strike;
import dev.parley.journeys.testing.RunningParley;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A few crashes, every day. A call may last longer than a pause, so that who was paused comes back before anybody looks. */
class CrashTest {

    private static final int FOLLOWING_EACH = 4;
    private static final int WRITING_EACH = 1;
    private static final int LIKING_EACH = 1;
    private static final int MESSAGES = 3;
    private static final int LIKES = 6;
    private static final List<Strike> STRIKES =
            List.of(Strike.NODE_KILLED, Strike.OTHER_NODE_PAUSED, Strike.BROWSERS_KILLED, Strike.DATABASE_KILLED);
    private static final int ENOUGH = 10_000;
    private static final Duration CALL = Duration.ofMillis(1500);

    @RegisterExtension
    static final RunningParley parley = RunningParley.with(Map.of(
            "PARLEY_BOT_DIVISOR", "1",
            "PARLEY_BOT_FOLLOW", "2s",
            "PARLEY_BOT_LIKE", "5s",
            "PARLEY_BOT_READ", "100ms",
            "PARLEY_BOT_PERSON", "100ms",
            "PARLEY_BOT_RETRY", "1s",
            "PARLEY_INBOX_POLLING", "false",
            "PARLEY_ACCOUNT_CALLDEADLINE", "13s"));

    @Test
    void everybody_is_followed_every_post_liked_and_every_message_arrives_once_whatever_is_killed_or_paused() {
        var story = CrashStory.ofTwo(parley, CALL);
        var writes = new WritesOfTicks(parley.tables()).install();
        var following = story.connect("mobile", FOLLOWING_EACH);
        var writing = new ArrayList<>(following);
        writing.addAll(story.connect("browser", WRITING_EACH));
        writing.addAll(story.connect("graph", WRITING_EACH));
        story.makeCallsTakeTime(writing);
        var liking = story.connect("mobile", LIKING_EACH);
        story.makeCallsTakeTime(liking);
        var likes = new CrashLikes(parley, LIKES);
        Limits.of(ENOUGH, List.of("first_contact", "message")).setBy(parley);
        var messages = new CrashMessages(
                parley, story.nodes().stream().map(ServerProcess::address).toList(), MESSAGES, Duration.ZERO);
        try (var follows = new CrashFollows(parley, CrashFollows.LIMIT, List.of("follow"))) {
            messages.order(writing);
            follows.order(following);
            likes.order(liking);
            story.unfold(STRIKES, STRIKES.size(), List.of(likes, follows, messages));
        }
        writes.expectNoneStale();
    }
}
