package dev.parley.cli.backup;

import dev.parley.cli.instance.Progress;
import java.time.Duration;

/** Tells now and then how much of something long is done. */
final class Meter {

    private static final long PERCENT = 100;
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final Progress progress;
    private final String what;
    private final long total;
    private long done;
    private long toldAt = System.nanoTime();

    Meter(Progress progress, String what, long total) {
        this.progress = progress;
        this.what = what;
        this.total = Math.max(1, total);
        progress.step("%s (%s)".formatted(what, Size.of(total)));
    }

    void add(long bytes) {
        at(done + bytes);
    }

    void at(long bytes) {
        done = bytes;
        if (System.nanoTime() - toldAt >= BETWEEN.toNanos()) {
            toldAt = System.nanoTime();
            progress.step("%s: %d %%".formatted(what, Math.min(PERCENT, done * PERCENT / total)));
        }
    }
}
