package dev.parley.server.bot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Where the time of ticks goes, by step. */
@Component
class TickTimers implements TickObserver {

    private final Map<Step, Timer> timers = new EnumMap<>(Step.class);

    TickTimers(MeterRegistry meters) {
        Arrays.stream(Step.values())
                .forEach(step -> timers.put(
                        step,
                        Timer.builder("parley.tick.step")
                                .description("Time up to this step of a tick")
                                .tag("step", step.name().toLowerCase(Locale.ROOT))
                                .register(meters)));
    }

    @Override
    public void after(Step step, Duration took) {
        Objects.requireNonNull(timers.get(step)).record(took);
    }
}
