package dev.parley.journeys.testing;

import dev.parley.cli.process.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for what other processes do, and fails with a sentence if they do not.
 *
 * @param limit how long at most
 */
public record Eventually(Duration limit) {

    public static Eventually within(Duration limit) {
        return new Eventually(limit);
    }

    /**
     * Returns as soon as it is so.
     *
     * @param what completes the sentence "it never came to …"
     */
    public void holds(String what, BooleanSupplier condition) {
        if (!new Patience(limit).until(condition)) {
            throw late(what);
        }
    }

    /**
     * Returns what is seen as soon as it is as wanted; what was seen last is told otherwise.
     *
     * @param what completes the sentence "it never came to …"
     */
    public <T> T shows(String what, Supplier<T> look, Predicate<T> wanted) {
        var last = new AtomicReference<T>();
        var came = new Patience(limit).until(() -> {
            last.set(look.get());
            return wanted.test(last.get());
        });
        if (!came) {
            throw late(what + "; last seen: " + last.get());
        }
        return last.get();
    }

    /**
     * Returns it as soon as it is there.
     *
     * @param what completes the sentence "it never came to …"
     */
    public <T> T gives(String what, Supplier<Optional<T>> look) {
        return new Patience(limit).until(look).orElseThrow(() -> late(what));
    }

    /** Lets the time pass: for faults that last, never to wait for something that can be seen. */
    public void passes() {
        var _ = new Patience(limit).until(() -> false);
    }

    private AssertionError late(String what) {
        return new AssertionError("within %d s it never came to %s".formatted(limit.toSeconds(), what));
    }
}
