package dev.parley.bench;

/** Something that measures and prints. */
public interface Benchmark {

    void run() throws Exception;
}
