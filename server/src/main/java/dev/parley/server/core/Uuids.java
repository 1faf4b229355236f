package dev.parley.server.core;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562): they sort by the time at which they were made, which keeps indexes compact. Where twelve bits may be
 * random, they tell the part of the millisecond (its method 3), so that what is made one after the other sorts so.
 */
public final class Uuids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final long PARTS = 1 << 12;

    private Uuids() {}

    public static UUID timeOrdered() {
        var now = Instant.now();
        var part = now.getNano() % NANOS_PER_MILLI * PARTS / NANOS_PER_MILLI;
        var high = (now.toEpochMilli() << 16) | 0x7000L | part;
        var low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
