package dev.parley.server.node;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Measures what this server and its browsers use. */
@Component
class Measure {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final int KILOBYTE = 1024;

    private final OperatingSystemMXBean machine =
            Objects.requireNonNull(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class));
    private final ObjectProvider<BrowserUse> browsers;

    Measure(ObjectProvider<BrowserUse> browsers, MeterRegistry meters) {
        this.browsers = browsers;
        gauge(meters, "parley.node.resident", "Memory of this server's process", Measure::resident);
        gauge(
                meters,
                "parley.browsers.memory",
                "Memory that this server's browsers have for themselves",
                () -> browsers().memory());
        Gauge.builder("parley.browsers", () -> browsers().number())
                .description("Browsers of this server that run")
                .register(meters);
    }

    private static void gauge(MeterRegistry meters, String name, String what, Supplier<@Nullable Long> bytes) {
        Gauge.builder(name, () -> orUnknown(bytes.get()))
                .description(what)
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
    }

    private static double orUnknown(@Nullable Long bytes) {
        return bytes == null ? Double.NaN : bytes;
    }

    Use now() {
        var runtime = Runtime.getRuntime();
        return new Use(
                machine.getAvailableProcessors(),
                Math.max(0, machine.getProcessCpuLoad()),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory(),
                resident(),
                browsers());
    }

    private BrowserUse.Browsers browsers() {
        return browsers.stream().findFirst().map(BrowserUse::now).orElse(BrowserUse.Browsers.NONE);
    }

    /** As Linux tells it. */
    private static @Nullable Long resident() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                    .findFirst()
                    .orElse(null);
        } catch (IOException noLinux) {
            return null;
        }
    }
}
