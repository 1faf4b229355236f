package dev.parley.server.node;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Measures what this server and its browsers use; memory as Linux tells it. */
@Component
class Measure {

    private static final String RESIDENT = "VmRSS:";
    /** Without what processes share: a browser is many of them, and would be counted many times. */
    private static final String OF_ITS_OWN = "RssAnon:";

    private static final String CHROMIUM = "chrom";
    private static final int KILOBYTE = 1024;

    private final OperatingSystemMXBean machine =
            Objects.requireNonNull(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class));

    private final Calls calls;

    Measure(Calls calls, MeterRegistry meters) {
        this.calls = calls;
        gauge(meters, "parley.node.resident", "Memory of this server's process", Measure::resident);
        gauge(
                meters,
                "parley.browsers.memory",
                "Memory that this server's browsers have for themselves",
                () -> memory(browsers()));
        Gauge.builder("parley.browsers", () -> browsers().size())
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
        var browsers = browsers();
        return new Use(
                machine.getAvailableProcessors(),
                Math.max(0, machine.getProcessCpuLoad()),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory(),
                resident(),
                browsers.size(),
                memory(browsers),
                calls.now());
    }

    /** Below each are more processes of the same program, which are parts of it; above it may be a script that starts it. */
    private static List<ProcessHandle> browsers() {
        return ProcessHandle.current()
                .descendants()
                .filter(Measure::isChromium)
                .filter(process -> process.parent().filter(Measure::isChromium).isEmpty())
                .toList();
    }

    private static boolean isChromium(ProcessHandle process) {
        return process.info().command().stream().anyMatch(command -> command.contains(CHROMIUM));
    }

    private static @Nullable Long memory(List<ProcessHandle> browsers) {
        if (memory(ProcessHandle.current(), OF_ITS_OWN) == null) {
            return null;
        }
        return browsers.stream()
                .flatMap(browser -> Stream.concat(Stream.of(browser), browser.descendants()))
                .mapToLong(process -> Objects.requireNonNullElse(memory(process, OF_ITS_OWN), 0L))
                .sum();
    }

    private static @Nullable Long resident() {
        return memory(ProcessHandle.current(), RESIDENT);
    }

    /** Null where the system does not tell, or the process has gone. */
    private static @Nullable Long memory(ProcessHandle process, String which) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(which))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                    .findFirst()
                    .orElse(null);
        } catch (IOException | UncheckedIOException untold) {
            return null;
        }
    }
}
