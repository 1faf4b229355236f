package dev.parley.journeys.crash;

import java.time.Duration;
import java.util.Map;

/**
 * How much is under way while chaos reigns.
 *
 * @param actions of all bots together
 * @param minutes over which the actions are spread
 * @param strikes at most; there are no more once everything is done
 */
record ChaosSize(int nodes, int bots, int actions, int minutes, int strikes) {

    /** Follows, likes, stories, follows that are undone, messages. */
    static final int KINDS = 5;

    private static final int BOTS_OF_A_PERSON = 100;
    private static final int SMALL_ACTIONS_OF_A_BOT = 10;

    /** By the system properties of the same names; small where nothing is said. */
    static ChaosSize asked() {
        var bots = Integer.getInteger("bots", 50);
        return new ChaosSize(
                Integer.getInteger("nodes", 3),
                bots,
                Integer.getInteger("actions", bots * SMALL_ACTIONS_OF_A_BOT),
                Integer.getInteger("minutes", 2),
                Integer.getInteger("strikes", 1000));
    }

    int people() {
        return Math.ceilDiv(bots, BOTS_OF_A_PERSON * KINDS) * KINDS;
    }

    int actionsOfABot() {
        return Math.ceilDiv(actions, bots);
    }

    /** Between two actions of a bot. */
    Duration apart() {
        return Duration.ofMinutes(minutes).dividedBy(actionsOfABot());
    }

    /** For every node. */
    Map<String, String> environment() {
        var apart = apart().toString();
        return Map.ofEntries(
                Map.entry("PARLEY_BOT_DIVISOR", "1"),
                Map.entry("PARLEY_BOT_FOLLOW", apart),
                Map.entry("PARLEY_BOT_LIKE", apart),
                Map.entry("PARLEY_BOT_STORY", apart),
                Map.entry("PARLEY_BOT_PERSON", "100ms"),
                Map.entry("PARLEY_BOT_READ", "100ms"),
                Map.entry("PARLEY_BOT_RETRY", "1s"),
                Map.entry("PARLEY_BOT_VERIFY", "5s"),
                Map.entry("PARLEY_RATE_SIGNEDIN", "100000"),
                Map.entry("PARLEY_ACCOUNT_PERWORKSPACE", Integer.toString(Math.ceilDiv(bots, people()))),
                Map.entry("PARLEY_INBOX_POLLING", "false"),
                Map.entry("PARLEY_ACCOUNT_CALLDEADLINE", "13s"));
    }
}
