package dev.parley.server.connection;

import dev.parley.server.account.Drivers;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways of working an account that this server offers to people. */
@Component
class DriverChoices {

    private static final String OFFICIAL = "graph";
    private static final List<String> IN_ORDER = List.of(OFFICIAL, "mobile", "browser");

    private final Drivers drivers;

    DriverChoices(Drivers drivers) {
        this.drivers = drivers;
    }

    List<DriverChoice> all() {
        return IN_ORDER.stream().filter(drivers::has).map(this::of).toList();
    }

    /** Refuses with DRIVER_UNKNOWN. */
    DriverChoice of(String name) {
        return new DriverChoice(
                name, name.equals(drivers.usual()), drivers.takesPassword(name), drivers.needConsent(name));
    }

    /** Whether the official way could be offered, if only an app were registered. */
    boolean isOfficialMissing() {
        return !drivers.has(OFFICIAL);
    }
}
