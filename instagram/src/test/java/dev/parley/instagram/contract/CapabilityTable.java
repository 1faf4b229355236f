package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Driver;
import dev.parley.sandbox.SandboxServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What each driver does, and why not, as a table in Markdown. */
public final class CapabilityTable {

    private final SandboxServer sandbox;
    private final List<Column> columns = new ArrayList<>();

    public CapabilityTable(SandboxServer sandbox) {
        this.sandbox = sandbox;
    }

    /** Fails if the driver leaves something out without a reason, or gives one for what it does. */
    public CapabilityTable with(DriverKit kit) {
        try (Driver driver = kit.driver(sandbox, Duration.ofSeconds(10))) {
            Set<Capability> offered = Set.copyOf(driver.capabilities());
            for (Capability capability : Capability.values()) {
                assertThat(kit.missing().containsKey(capability))
                        .as("%s gives a reason for not doing %s", driver.name(), capability)
                        .isEqualTo(!offered.contains(capability));
            }
            columns.add(new Column(driver.name(), offered, kit));
        }
        return this;
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("| capability |");
        columns.forEach(column -> table.append(' ').append(column.name).append(" |"));
        table.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
        for (Capability capability : Capability.values()) {
            table.append("| ").append(capability).append(" |");
            columns.forEach(
                    column -> table.append(' ').append(column.cell(capability)).append(" |"));
            table.append('\n');
        }
        return table.toString();
    }

    private record Column(String name, Set<Capability> offered, DriverKit kit) {

        String cell(Capability capability) {
            return offered.contains(capability) ? "yes" : "no: " + kit.missing().get(capability);
        }
    }
}
