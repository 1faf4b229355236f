package dev.parley.journeys.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.parley.cli.instance.Home;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The system's Chromium, for one test class. For one thread. As a static {@code @RegisterExtension}. */
public final class Browser implements BeforeAllCallback, AfterAllCallback {

    private static final List<String> NAMES = List.of(
            "chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;

    /** Nothing but the tests' own requests leaves the browser. */
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            // A window's own surface, for which Chromium would keep a process with each visitor. This takes the place
            // of
            // Playwright's own list, of which only the first matters here.
            "--disable-features=HttpsUpgrades,PreloadTopChromeWebUI,WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup");

    private static final Map<String, String> SYSTEM_BROWSER = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private final List<String> complaints = new ArrayList<>();
    private @Nullable Playwright playwright;
    private com.microsoft.playwright.@Nullable Browser chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        var options =
                new BrowserType.LaunchOptions().setExecutablePath(onPath()).setArgs(QUIET);
        var started = Playwright.create(new Playwright.CreateOptions().setEnv(SYSTEM_BROWSER));
        playwright = started;
        chromium = started.chromium().launch(options);
    }

    private static Path onPath() {
        var folders = System.getenv("PATH").split(":");
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(
                                "Chromium is not on the PATH: install it (on Debian: apt-get install chromium-headless-shell)"));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** A fresh visitor, who has no cookies yet. */
    public Page visit(URI server) {
        return visit(server, true);
    }

    public Page visitWithoutScripts(URI server) {
        return visit(server, false);
    }

    private Page visit(URI server, boolean scripts) {
        if (chromium == null) {
            throw new IllegalStateException("not started");
        }
        BrowserContext visitor = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(server.toString())
                .setViewportSize(WIDTH, HEIGHT)
                .setJavaScriptEnabled(scripts));
        var page = visitor.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
        return page;
    }

    /** An answer that refuses something is loaded as it should be, though Chromium complains about its status. */
    private void listen(ConsoleMessage message) {
        var isRefusal =
                message.text().matches("Failed to load resource: the server responded with a status of 4\\d\\d .*");
        if (message.type().equals("error") && !isRefusal) {
            complaints.add(message.text());
        }
    }

    /** An open page listens, and tries again until its server is back: what it cannot load meanwhile is not broken. */
    public void whileAway(Page page, Runnable restart) {
        var before = List.copyOf(complaints);
        restart.run();
        page.evaluate("() => 'whatever happened before has been told by now'");
        complaints.clear();
        complaints.addAll(before);
    }

    /** What was broken on the pages: scripts that failed, things that could not be loaded, breaches of the content policy. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** With {@code -Dscreenshots} a picture of the whole page, for the documentation. */
    public void picture(Page page, String name) {
        if (!Boolean.getBoolean("screenshots")) {
            return;
        }
        var file = Home.find().root().resolve("docs/screenshots/%s.png".formatted(name));
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
}
