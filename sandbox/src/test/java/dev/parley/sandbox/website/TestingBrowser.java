package dev.parley.sandbox.website;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The system's Chromium, for one test class and one thread. As a static {@code @RegisterExtension}. */
final class TestingBrowser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome");
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
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final double PATIENCE_MILLIS = 15_000;

    private @Nullable Playwright playwright;
    private @Nullable Browser chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        var started = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = started;
        chromium = started.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(onPath())
                        .setArgs(QUIET));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (chromium != null) {
            chromium.contexts().forEach(BrowserContext::close);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** A fresh visitor, who has no cookies yet. */
    Page visit(String site) {
        if (chromium == null) {
            throw new IllegalStateException("not started");
        }
        BrowserContext visitor = chromium.newContext(new Browser.NewContextOptions()
                .setBaseURL(site)
                .setLocale("en-US")
                .setViewportSize(WIDTH, HEIGHT));
        visitor.setDefaultTimeout(PATIENCE_MILLIS);
        return visitor.newPage();
    }

    /** With {@code -Dpictures=FOLDER} a picture of what is shown. */
    static void picture(Page page, String name) {
        String folder = System.getProperty("pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }

    private static Path onPath() {
        String[] folders = System.getenv("PATH").split(":");
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(
                                "Chromium is not on the PATH: install it (on Debian: apt-get install chromium-headless-shell)"));
    }
}
