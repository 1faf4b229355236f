package dev.parley.server.bot;

import dev.parley.instagram.Capability;
import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.SessionSnapshot;
import java.time.Duration;
import java.util.Set;

/** One for which this machine has not what it needs. */
final class UnequippedDriver implements Driver {

    static final String NAME = "unequipped";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isEquipped() {
        return false;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public Duration callDeadline() {
        return Duration.ofSeconds(1);
    }

    @Override
    public DeviceIdentity newIdentity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instagram open(SessionSnapshot session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
