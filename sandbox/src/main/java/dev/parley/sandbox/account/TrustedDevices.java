package dev.parley.sandbox.account;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Devices that an account has let in for good, by android id. Thread-safe; survives a restart. */
public final class TrustedDevices {
    private final Set<Event.DeviceTrusted> trusted = ConcurrentHashMap.newKeySet();

    public boolean trusts(Account account, Device device) {
        return trusts(account, device.androidId());
    }

    public boolean trusts(Account account, String androidId) {
        return trusted.contains(new Event.DeviceTrusted(account.id(), androidId));
    }

    public void trust(Account account, String androidId, Journal journal) {
        var event = new Event.DeviceTrusted(account.id(), androidId);
        apply(event);
        journal.write(event);
    }

    public void apply(Event.DeviceTrusted event) {
        trusted.add(event);
    }
}
