package dev.parley.sandbox.account;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The codes that would have gone out by SMS and e-mail. Thread-safe; survives a restart. */
public final class Outbox {
    static final String SMS = "sms";
    static final String EMAIL = "email";

    private final Map<Long, List<OutboxCode>> byAccount = new ConcurrentHashMap<>();

    /** Oldest first. */
    public List<OutboxCode> of(Account account) {
        return List.copyOf(byAccount.getOrDefault(account.id(), List.of()));
    }

    void send(Account account, String channel, String code, long now, Journal journal) {
        var event = new Event.CodeSent(account.id(), channel, code, now);
        apply(event);
        journal.write(event);
    }

    public void apply(Event.CodeSent event) {
        byAccount
                .computeIfAbsent(event.account(), id -> new CopyOnWriteArrayList<>())
                .add(new OutboxCode(event.code(), event.channel(), Instant.ofEpochMilli(event.at())));
    }
}
