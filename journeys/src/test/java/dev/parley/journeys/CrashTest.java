package dev.parley.journeys;

import dev.parley.journeys.testing.RunningParley;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A few crashes, every day. A call may last longer than a pause, so that who was paused comes back before anybody looks. */
class CrashTest {

    private static final int ACCOUNTS_EACH = 5;
    private static final int STRIKES = 3;
    private static final Duration CALL = Duration.ofMillis(1500);

    @RegisterExtension
    static final RunningParley parley = RunningParley.with(Map.of(
            "PARLEY_BOT_DIVISOR", "1",
            "PARLEY_BOT_FOLLOW", "2s",
            "PARLEY_BOT_READ", "100ms",
            "PARLEY_BOT_PERSON", "100ms",
            "PARLEY_BOT_RETRY", "1s",
            "PARLEY_INBOX_POLLING", "false",
            "PARLEY_ACCOUNT_CALLDEADLINE", "13s"));

    @Test
    void everybody_is_followed_and_every_message_arrives_once_though_nodes_are_killed_and_paused() {
        new CrashStory(parley, ACCOUNTS_EACH, STRIKES, CALL).unfold();
    }
}
