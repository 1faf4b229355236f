package dev.parley.sandbox.official;

import java.time.Instant;

/**
 * What became of one webhook.
 *
 * @param account username
 * @param field what the app had to choose to be told
 * @param entry the entry of the envelope, as JSON
 * @param at when it happened
 * @param tries how often it was sent, accepted or not
 * @param status what the last answer said; 0 before the first, -1 if there was none
 * @param delivered whether it was ever accepted
 * @param pending whether it still goes out
 */
public record WebhookTruth(
        long id,
        String account,
        String field,
        String entry,
        Instant at,
        int tries,
        int status,
        boolean delivered,
        boolean pending) {}
