package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What the app was told, and what it is still to be told. Fact: what is not accepted comes again at once, then ever more seldom, for 36
 * hours. Thread-safe; survives a restart.
 */
public final class WebhookQueue {
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(12));
    private static final Duration LONGEST = Duration.ofHours(36);
    private static final int FIRST_REFUSING = 300;
    private static final int FIRST_ACCEPTING = 200;

    private final Map<Long, Webhook> byId = new ConcurrentSkipListMap<>();
    private final Map<Long, Webhook> pending = new ConcurrentSkipListMap<>();

    public synchronized void add(long account, String field, String entry, long now, Journal journal) {
        var event = new Event.WebhookQueued(byId.size() + 1L, account, field, entry, now);
        apply(event);
        journal.write(event);
    }

    /** Oldest first. */
    public List<Webhook> all() {
        return List.copyOf(byId.values());
    }

    /** Whether nothing is to go out any more. */
    public boolean isEmpty() {
        return pending.isEmpty();
    }

    /** The one that is to go out now, if any. */
    public Optional<Webhook> due(long now, boolean newestFirst) {
        Comparator<Webhook> order = Comparator.comparing(Webhook::id);
        return pending.values().stream()
                .filter(webhook -> webhook.nextAt() <= now)
                .min(newestFirst ? order.reversed() : order);
    }

    /**
     * What came of sending one.
     *
     * @param status negative if there was no answer
     * @param duplicates how often it goes out again although it was accepted
     */
    public synchronized void tried(Webhook webhook, int status, int duplicates, long now, Journal journal) {
        boolean accepted = status >= FIRST_ACCEPTING && status < FIRST_REFUSING;
        var event = new Event.WebhookTried(
                webhook.id(), status, accepted ? again(webhook, duplicates, now) : retry(webhook, now), accepted);
        apply(event);
        journal.write(event);
    }

    void apply(Event.WebhookQueued event) {
        keep(Webhook.queued(event.id(), event.account(), event.field(), event.entry(), event.at()));
    }

    void apply(Event.WebhookTried event) {
        Webhook webhook = byId.get(event.id());
        if (webhook != null) {
            keep(webhook.tried(event.status(), event.nextAt(), event.accepted()));
        }
    }

    private void keep(Webhook webhook) {
        byId.put(webhook.id(), webhook);
        if (webhook.pending()) {
            pending.put(webhook.id(), webhook);
        } else {
            pending.remove(webhook.id());
        }
    }

    private static long again(Webhook webhook, int duplicates, long now) {
        boolean wanted = webhook.delivered() ? webhook.tries() < duplicates : duplicates > 0;
        return wanted ? now : Webhook.NEVER;
    }

    private static long retry(Webhook webhook, long now) {
        int tries = Math.min(webhook.tries(), PAUSES.size() - 1);
        long next = now + PAUSES.get(tries).toMillis();
        return next - webhook.at() > LONGEST.toMillis() ? Webhook.NEVER : next;
    }
}
