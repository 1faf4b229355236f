package dev.parley.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Chromium for a test class, in which everybody has cookies of their own. Its console must stay free of errors. */
public final class TestingBrowser implements AfterEachCallback, AfterAllCallback {

    private static final double PATIENCE_MS = 60_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    public TestingBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    /** Of somebody who has been nowhere yet; paths are those of this address. */
    public Page page(String address) {
        return page(new NewContextOptions().setBaseURL(address));
    }

    /** The same with scripts switched off. */
    public Page pageWithoutScripts(String address) {
        return page(new NewContextOptions().setBaseURL(address).setJavaScriptEnabled(false));
    }

    /** For {@link Inspection}, whose script brings styles of its own. */
    public Page pageToInspect(String address) {
        return page(new NewContextOptions().setBaseURL(address).setBypassCSP(true));
    }

    private Page page(NewContextOptions options) {
        var context = chromium.newContext(options);
        context.setDefaultTimeout(PATIENCE_MS);
        open.add(context);
        var page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(BrowserContext::close);
        open.clear();
        var said = List.copyOf(complaints);
        complaints.clear();
        assertThat(said).isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        playwright.close();
    }

    private static Path chromium() {
        return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":", -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Chromium is not on the PATH"));
    }
}
