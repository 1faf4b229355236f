package dev.parley.server.bot;

import java.util.Map;

/**
 * What a handler has made of an ending.
 *
 * @param result what whoever waits for the action is told; never a secret
 */
public record Settled(Map<String, String> result, Effect effect) {

    /** What it has changed of what its bot goes by. */
    public enum Effect {
        NONE,
        /** It has put actions of the same account into the queue. */
        QUEUED,
        /** What the bot waited for has been attended to. */
        ATTENDED
    }

    public static Settled quietly(Effect effect) {
        return new Settled(Map.of(), effect);
    }

    public static Settled telling(Map<String, String> result) {
        return new Settled(result, Effect.NONE);
    }
}
