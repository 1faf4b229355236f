package dev.parley.instagram.browser.chromium;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Playwright and the process that it speaks to browsers through. */
record DriverProcess(Playwright playwright, Set<ProcessHandle> processes) {

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
