package dev.parley.server.bot;

/**
 * What a tick has come to so far, and is to be stored.
 *
 * @param goOn whether it may take another turn
 */
record Outcome(Settlement settlement, Owner owner, Attempts.OfTick tick, boolean goOn) {}
