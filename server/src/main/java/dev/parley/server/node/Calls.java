package dev.parley.server.node;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calls to Instagram that this server has under way, by driver. */
@Component
public class Calls {

    private final MeterRegistry meters;
    private final Map<String, LongTaskTimer> byDriver = new ConcurrentHashMap<>();

    Calls(MeterRegistry meters) {
        this.meters = meters;
    }

    public <T extends @Nullable Object> T during(String driver, Supplier<T> call) {
        var underWay = byDriver.computeIfAbsent(driver, this::timer).start();
        try {
            return call.get();
        } finally {
            underWay.stop();
        }
    }

    private LongTaskTimer timer(String driver) {
        return LongTaskTimer.builder("parley.calls")
                .description("Calls to Instagram that are under way")
                .tag("driver", driver)
                .register(meters);
    }

    /** Those that have any. */
    Map<String, Integer> now() {
        var now = new TreeMap<String, Integer>();
        byDriver.forEach((driver, timer) -> {
            if (timer.activeTasks() > 0) {
                now.put(driver, timer.activeTasks());
            }
        });
        return now;
    }
}
