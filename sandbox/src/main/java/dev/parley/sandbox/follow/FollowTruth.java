package dev.parley.sandbox.follow;

import java.time.Instant;

/**
 * What really happened between a sender and a target.
 *
 * @param sender username
 * @param target username
 * @param asked requests that reached the sandbox with a valid session, those that failed by script included
 * @param times how often a follow, or a request to follow a private person, took effect
 * @param inForce whether the sender follows the target now; false while a private person has not accepted
 * @param at when it first took effect, or was first asked for if it never did
 */
public record FollowTruth(String sender, String target, int asked, int times, boolean inForce, Instant at) {}
