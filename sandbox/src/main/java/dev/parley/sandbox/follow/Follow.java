package dev.parley.sandbox.follow;

import java.time.Instant;
import java.util.function.LongFunction;

/**
 * One sender's follow of one target, as it stands.
 *
 * @param asked how often it was asked for, in vain or not
 * @param times how often it took effect
 * @param at epoch milliseconds of its first effect, or of the first time it was asked for while there is none
 */
record Follow(long sender, long target, int asked, int times, boolean following, boolean requested, long at) {

    static Follow none(long sender, long target) {
        return new Follow(sender, target, 0, 0, false, false, 0);
    }

    boolean isOn() {
        return following || requested;
    }

    FollowTruth truth(LongFunction<String> usernames) {
        return new FollowTruth(
                usernames.apply(sender), usernames.apply(target), asked, times, following, Instant.ofEpochMilli(at));
    }

    Follow after(FollowEffect effect, long now) {
        return switch (effect) {
            case NONE -> new Follow(sender, target, asked + 1, times, following, requested, asked == 0 ? now : at);
            case FOLLOWED -> new Follow(sender, target, asked + 1, times + 1, true, false, times == 0 ? now : at);
            case REQUESTED -> new Follow(sender, target, asked + 1, times + 1, false, true, times == 0 ? now : at);
            case ENDED -> new Follow(sender, target, asked, times, false, false, at);
        };
    }
}
