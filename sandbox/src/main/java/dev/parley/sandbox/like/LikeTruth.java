package dev.parley.sandbox.like;

import java.time.Instant;

/**
 * What really happened between a sender and a post.
 *
 * @param sender username
 * @param target username of the post's owner
 * @param media the post's id, {@code pk_owner}
 * @param code the short code in the post's address
 * @param asked requests that reached the sandbox with a valid session, those that failed by script included
 * @param times how often a like took effect
 * @param inForce whether the sender likes the post now
 * @param at when it first took effect, or was first asked for if it never did
 */
public record LikeTruth(
        String sender, String target, String media, String code, int asked, int times, boolean inForce, Instant at) {}
