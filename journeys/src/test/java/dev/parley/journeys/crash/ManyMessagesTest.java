package dev.parley.journeys.crash;

import dev.parley.cli.instance.ServerProcess;
import dev.parley.journeys.crash.Strikes.Strike;
import dev.parley.journeys.testing.RunningParley;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thousand messages of twenty accounts, through all drivers, while everything is killed again and again and connections drop. */
@Tag("long")
class ManyMessagesTest {

    /** Of each of two persons. */
    private static final Map<String, Integer> ACCOUNTS = Map.of("mobile", 4, "browser", 3, "graph", 3);

    private static final int MESSAGES = 50;
    private static final int STRIKES = 24;
    private static final int DROPS = 5;
    private static final int ENOUGH = 10_000;
    private static final Duration CALL = Duration.ofMillis(700);

    @RegisterExtension
    static final RunningParley parley = RunningParley.with(Map.of(
            "PARLEY_BOT_DIVISOR", "1",
            "PARLEY_BOT_PERSON", "100ms",
            "PARLEY_BOT_MESSAGE", "3s",
            "PARLEY_BOT_READ", "100ms",
            "PARLEY_BOT_RETRY", "1s",
            "PARLEY_RATE_SIGNEDIN", "100000",
            "PARLEY_INBOX_POLLING", "false",
            "PARLEY_ACCOUNT_CALLDEADLINE", "13s"));

    @Test
    void every_message_arrives_once_or_is_said_not_to_have() {
        var story = CrashStory.ofTwo(parley, CALL);
        var writes = new WritesOfTicks(parley.tables()).install();
        var writing = new ArrayList<Post>();
        ACCOUNTS.forEach((driver, each) -> writing.addAll(story.connect(driver, each)));
        Limits.of(ENOUGH, List.of("first_contact", "message")).setBy(parley);
        var messages = new CrashMessages(
                parley, story.nodes().stream().map(ServerProcess::address).toList(), MESSAGES, Duration.ZERO);
        // of all faults that fit, the oldest hits: they drop first, and take their time from then on
        writing.forEach(post -> dropConnections(post.account()));
        story.makeCallsTakeTime(writing);
        messages.order(writing);
        story.unfold(List.of(Strike.values()), STRIKES, List.of(messages));
        writes.expectNoneStale();
    }

    /** Before the message is taken, and after. */
    private static void dropConnections(String account) {
        for (var afterEffect : List.of(true, false)) {
            parley.truth()
                    .script(Map.of(
                            "account",
                            account,
                            "call",
                            "send",
                            "fault",
                            "drop",
                            "after_effect",
                            afterEffect,
                            "times",
                            DROPS));
        }
    }
}
