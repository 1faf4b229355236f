package dev.parley.sandbox.message;

import java.util.concurrent.atomic.AtomicLong;

/** Ids of messages: 35 digits, a time and a running number. Thread-safe. */
final class MessageIds {
    private static final int NUMBER_DIGITS = 20;

    private final AtomicLong last = new AtomicLong();

    String next(long now) {
        return "3%014d%020d".formatted(now, last.incrementAndGet());
    }

    void used(String id) {
        long number = Long.parseLong(id.substring(id.length() - NUMBER_DIGITS));
        last.accumulateAndGet(number, Math::max);
    }
}
