package dev.parley.sandbox.account;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the next challenges of each account go; by e-mail unless something else was set. Thread-safe; survives a restart. */
public final class ChallengeFlows {
    private final Map<Long, ChallengeFlow> byAccount = new ConcurrentHashMap<>();

    public ChallengeFlow of(Account account) {
        return byAccount.getOrDefault(account.id(), ChallengeFlow.EMAIL);
    }

    public void set(Account account, ChallengeFlow flow, Journal journal) {
        var event = new Event.ChallengeFlowSet(account.id(), flow.name());
        apply(event);
        journal.write(event);
    }

    public void apply(Event.ChallengeFlowSet event) {
        byAccount.put(event.account(), ChallengeFlow.valueOf(event.flow()));
    }
}
