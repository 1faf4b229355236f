package dev.parley.instagram.browser.chromium;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.PlaywrightException;
import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A worker's Playwright and its browser, started when they are needed and again when they have died. For the worker's thread. */
final class Engine {

    /** Nothing leaves the browser but what pages ask for. */
    private static final List<String> QUIET = List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            Features.SWITCHED_OFF);

    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private final LaunchSettings settings;
    private @Nullable DriverProcess driver;
    private @Nullable Browser browser;

    Engine(LaunchSettings settings) {
        this.settings = settings;
    }

    /** The running browser. */
    Browser browser() {
        if (browser == null || !browser.isConnected()) {
            stop();
            browser = start();
        }
        return browser;
    }

    private Browser start() {
        try {
            driver = DriverProcess.start(NO_DOWNLOAD);
            return browser(driver.playwright().chromium());
        } catch (PlaywrightException e) {
            stop();
            throw new BrowserTrouble(Kind.NO_BROWSER, doesNotStart(), e);
        }
    }

    private String doesNotStart() {
        return switch (settings.chromium()) {
            case Chromium.Program(Path path) ->
                path + " does not start: install Chromium anew, or name another program in the settings";
            case Chromium.Playwrights() ->
                "Playwright's Chromium does not start: install the system's (on Debian: apt-get install chromium-headless-shell)";
            case Chromium.Remote remote ->
                "No browser answers at " + remote.address().getHost()
                        + ": start a Playwright server of the same version there";
        };
    }

    private Browser browser(BrowserType type) {
        return switch (settings.chromium()) {
            case Chromium.Program(Path path) -> type.launch(options().setExecutablePath(path));
            case Chromium.Playwrights() -> type.launch(options().setExecutablePath(downloaded(type)));
            case Chromium.Remote remote ->
                type.connect(
                        remote.address().toString(),
                        new BrowserType.ConnectOptions()
                                .setTimeout(settings.startLimit().toMillis()));
        };
    }

    private BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setArgs(QUIET)
                .setHeadless(settings.headless())
                .setChromiumSandbox(settings.sandboxed())
                .setTimeout(settings.startLimit().toMillis());
    }

    private static Path downloaded(BrowserType type) {
        Path program = Path.of(type.executablePath());
        if (!Files.isExecutable(program)) {
            throw new BrowserTrouble(Kind.NO_BROWSER, Chromium.MISSING);
        }
        return program;
    }

    /** Of the browser's processes for themselves; 0 where that cannot be told, or there is no browser on this machine. */
    long memory() {
        return driver == null ? 0 : driver.memory();
    }

    /** Ends a browser that works, so that its tabs get to know that it is gone. */
    void retire() {
        try {
            if (browser != null) {
                browser.close();
            }
        } finally {
            stop();
        }
    }

    /** Ends browser and Playwright, the hard way if they do not answer. */
    void stop() {
        browser = null;
        if (driver != null) {
            driver.stop();
            driver = null;
        }
    }

    /** Ends them without asking. */
    void kill() {
        browser = null;
        if (driver != null) {
            driver.kill();
            driver = null;
        }
    }
}
