package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Driver;
import dev.parley.sandbox.SandboxServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a driver offers, and why not the rest: its column of the {@link ContractTable}. */
public final class CapabilityTable {

    private CapabilityTable() {}

    /** Fails if the driver leaves something out without a reason, or gives one for what it does. */
    public static void record(DriverKit kit, SandboxServer sandbox) {
        try (Driver driver = kit.driver(sandbox, Duration.ofSeconds(10))) {
            Set<Capability> offered = Set.copyOf(driver.capabilities());
            Map<ContractTable.Cell, List<ContractTable.Result>> missing = new LinkedHashMap<>();
            for (Capability capability : Capability.values()) {
                assertThat(kit.missing().containsKey(capability))
                        .as("%s gives a reason for not doing %s", driver.name(), capability)
                        .isEqualTo(!offered.contains(capability));
                if (!offered.contains(capability)) {
                    missing.put(
                            new ContractTable.Cell(driver.name(), capability.name()),
                            List.of(ContractTable.Result.missing(kit.missing().getOrDefault(capability, ""))));
                }
            }
            ContractTable.record("capabilities-of-" + driver.name(), missing);
        }
    }
}
