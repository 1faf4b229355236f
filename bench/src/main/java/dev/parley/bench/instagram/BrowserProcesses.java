package dev.parley.bench.instagram;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** What Linux counts of the processes under a Java process: Playwright's, whose children are the browsers. */
final class BrowserProcesses {

    private static final int KIBI = 1024;
    private static final double TICK_MICROS = 10_000;
    private static final int USER = 11;
    private static final int CHILDREN = 13;

    private BrowserProcesses() {}

    /** Used so far by this Java process, and by what it has started and still runs. */
    static Processor used() {
        ProcessHandle self = ProcessHandle.current();
        var own = new Processor(micros(self, USER), 0, 0);
        return self.children().map(BrowserProcesses::usedBy).reduce(own, Processor::plus);
    }

    /** Used so far by one Playwright and its browsers. Fact: what has ended is counted as its parent's children's. */
    static Processor usedBy(ProcessHandle playwright) {
        double browsers = playwright
                .descendants()
                .mapToDouble(process -> micros(process, USER) + micros(process, CHILDREN))
                .sum();
        return new Processor(0, micros(playwright, USER), browsers + micros(playwright, CHILDREN));
    }

    private static double micros(ProcessHandle process, int field) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            // The name before it may hold anything, blanks and parentheses included.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) * TICK_MICROS;
        } catch (IOException e) {
            // It has ended meanwhile.
            return 0;
        }
    }

    /**
     * The memory of all browsers under a Java process: what several processes share is counted in parts. What is only read from files is left
     * out, because all browsers of the machine share it, whoever runs them.
     *
     * @return 0 if that may not be known: Linux hides sandboxed processes from some users
     */
    static long browserBytes(long java) {
        try {
            long bytes = 0;
            for (long process : browsers(java)) {
                bytes += proportional(process);
            }
            return bytes;
        } catch (AccessDeniedException e) {
            return 0;
        }
    }

    private static long[] browsers(long java) {
        return ProcessHandle.of(java).stream()
                .flatMap(ProcessHandle::children)
                .flatMap(ProcessHandle::descendants)
                .flatMapToLong(process -> LongStream.of(process.pid()))
                .toArray();
    }

    private static long proportional(long process) throws AccessDeniedException {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss_Anon:") || line.startsWith("Pss_Shmem:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBI)
                    .sum();
        } catch (AccessDeniedException e) {
            throw e;
        } catch (IOException e) {
            // It has ended meanwhile.
            return 0;
        }
    }
}
