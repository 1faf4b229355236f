package dev.parley.instagram.browser.chromium;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Playwright and the process that it speaks to browsers through. */
record DriverProcess(Playwright playwright, Set<ProcessHandle> processes) {

    private static final int KILOBYTE = 1024;

    /** One at a time, so that each knows which process is its own. */
    static synchronized DriverProcess start(Map<String, String> environment) {
        Set<ProcessHandle> before = children();
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Set<ProcessHandle> started = children();
        started.removeAll(before);
        return new DriverProcess(playwright, started);
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    /** Of what it has started: the browser's processes. What they share is left out, or it would be counted many times. */
    long memory() {
        return processes.stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(DriverProcess::ownMemory)
                .sum();
    }

    /** As Linux tells it; 0 elsewhere, or when the process has gone. */
    private static long ownMemory(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("RssAnon:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                    .sum();
        } catch (IOException | UncheckedIOException untold) {
            return 0;
        }
    }

    void stop() {
        try {
            playwright.close();
        } catch (PlaywrightException e) {
            kill();
        }
    }

    void kill() {
        processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }
}
