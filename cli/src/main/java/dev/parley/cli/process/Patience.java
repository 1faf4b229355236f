package dev.parley.cli.process;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for something that another process does, looking at it again and again.
 *
 * @param limit how long at most
 */
public record Patience(Duration limit) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    public static Patience ofSeconds(long seconds) {
        return new Patience(Duration.ofSeconds(seconds));
    }

    /** True as soon as the condition holds, false when the limit is over. */
    public boolean until(BooleanSupplier condition) {
        return until(() -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /** The value as soon as there is one, empty when the limit is over. */
    public <T> Optional<T> until(Supplier<Optional<T>> look) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var found = look.get();
            if (found.isPresent() || System.nanoTime() - deadline >= 0) {
                return found;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Problem("interrupted while waiting", interrupted);
        }
    }
}
