package dev.parley.bench.instagram;

import dev.parley.bench.Benchmark;

/** The browser driver alone: the last part of {@link InstagramBenchmark}. */
public final class BrowserBenchmark implements Benchmark {

    @Override
    public void run() throws Exception {
        try (BenchSandbox sandbox = BenchSandbox.start()) {
            new Messages(sandbox).report();
        }
    }
}
