package dev.parley.sandbox.world;

import java.time.Duration;

/**
 * A hashtag with posts.
 *
 * @param number its place in the seeded list
 * @param listed how many of its newest posts can be paged through
 * @param every the time between two posts
 * @param mediaCount posts it claims to have, as its page shows
 */
public record Hashtag(int number, String name, int listed, Duration every, int mediaCount) {

    public long id() {
        return 17_841_560_000_000_000L + number;
    }
}
