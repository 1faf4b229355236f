package dev.parley.instagram.mobile;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Driver;
import dev.parley.instagram.contract.DriverKit;
import dev.parley.sandbox.SandboxServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The mobile driver as the contract's suites meet it. */
public final class MobileKit implements DriverKit {

    @Override
    public Driver driver(SandboxServer sandbox, Duration deadline) {
        return MobileDriver.builder()
                .apiBase(URI.create(sandbox.baseUrl()))
                .callDeadline(deadline)
                .build();
    }

    @Override
    public Map<Capability, String> missing() {
        return Map.of(
                Capability.AUTHORIZATION, "the app signs in with a password",
                Capability.COMMENT, "not built yet",
                Capability.PUBLISH, "not built: uploading is another protocol",
                Capability.INSIGHTS, "the app has them on screens without a plain API",
                Capability.SIGNAL,
                        "the app sends typing and reactions over a connection of its own, which is not built",
                Capability.EVENTS, "the app is told over a connection of its own, which is not built");
    }
}
