package dev.parley.bench.instagram;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.parley.instagram.browser.chromium.Chromium;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A browser as anybody starts it with Playwright, the same program that the driver takes. For one thread.
 *
 * @param process Playwright's own
 */
record PlainBrowser(Playwright playwright, ProcessHandle process, Browser browser) implements AutoCloseable {

    /** A slow machine shall give slow figures, not none. */
    static final double PATIENCE_MILLIS = 180_000;

    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    /** A Playwright of its own, too. */
    static PlainBrowser launch() {
        var started = Started.now();
        return new PlainBrowser(
                started.playwright,
                started.process,
                started.playwright.chromium().launch(options()));
    }

    private record Started(Playwright playwright, ProcessHandle process) {

        /** One at a time, so that each knows which process is its own. */
        static synchronized Started now() {
            Set<ProcessHandle> before = children();
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
            Set<ProcessHandle> started = children();
            started.removeAll(before);
            return new Started(playwright, started.iterator().next());
        }

        private static Set<ProcessHandle> children() {
            return ProcessHandle.current().children().collect(Collectors.toSet());
        }
    }

    private static BrowserType.LaunchOptions options() {
        var options = new BrowserType.LaunchOptions()
                .setHeadless(true)
                .setTimeout(PATIENCE_MILLIS)
                .setChromiumSandbox(!"root".equals(System.getProperty("user.name")));
        return Chromium.onThisMachine(true) instanceof Chromium.Program(var path)
                ? options.setExecutablePath(path)
                : options;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
