package dev.parley.journeys.crash;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Many things at once, each of which waits for others most of the time. */
final class Together {

    private static final int AT_ONCE = 16;

    private Together() {}

    /** What comes of each, in the same order; throws what one of them threw. */
    static <T, R> List<R> each(Collection<T> things, Function<T, R> work) {
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var begun = things.stream()
                    .<Future<R>>map(thing -> threads.submit((Callable<R>) () -> work.apply(thing)))
                    .toList();
            return begun.stream().map(Together::result).toList();
        }
    }

    static <T> void forEach(Collection<T> things, Consumer<T> work) {
        each(things, thing -> {
            work.accept(thing);
            return true;
        });
    }

    private static <R> R result(Future<R> begun) {
        try {
            return begun.get();
        } catch (ExecutionException failed) {
            throw new AssertionError("one of many did not work", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
