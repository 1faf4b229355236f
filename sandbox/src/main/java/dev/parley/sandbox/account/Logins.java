package dev.parley.sandbox.account;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every attempt to sign in. Thread-safe; survives a restart. */
public final class Logins {
    private final List<LoginTruth> attempts = new ArrayList<>();

    public void record(String account, String how, Device device, String outcome, long now, Journal journal) {
        var event = new Event.LoginTried(account, how, device.androidId(), outcome, now);
        apply(event);
        journal.write(event);
    }

    /** The attempts of one account, or all when none is named, oldest first. */
    public synchronized List<LoginTruth> of(@Nullable String account) {
        return attempts.stream()
                .filter(attempt -> account == null || account.equals(attempt.account()))
                .toList();
    }

    public synchronized void apply(Event.LoginTried event) {
        attempts.add(new LoginTruth(
                event.account(), Instant.ofEpochMilli(event.at()), event.how(), event.device(), event.outcome()));
    }
}
