package dev.parley.instagram.browser.chromium;

import static dev.parley.instagram.browser.testing.TestingChromium.GUISE;
import static dev.parley.instagram.browser.testing.TestingChromium.patience;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.browser.testing.TestingSite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RemoteBrowserTest {

    @RegisterExtension
    private final TestingSite site = new TestingSite();

    @Test
    void works_in_a_browser_behind_a_websocket_address(@TempDir Path folder) throws IOException {
        site.page("/", "<h1>Here</h1>");
        Process server = server(folder);
        var settings = LaunchSettings.usual().with(new Chromium.Remote(address(server)));
        try (var workers = new Workers(settings, 1);
                var tabs = new Tabs(workers, 1);
                var lease = tabs.borrow("alma", GUISE, StorageState.NONE, patience())) {
            lease.tab().ready(patience());

            assertThat(lease.tab().go(site.address("/"), patience())).isEqualTo(new Arrival.Arrived(200, null));
            assertThat(lease.tab()
                            .<String>step((page, wire) -> page.locator("h1").textContent(), patience()))
                    .isEqualTo("Here");
        } finally {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
        }
    }

    /** Playwright's own server, in a process of its own. */
    private static Process server(Path folder) throws IOException {
        Path config = folder.resolve("launch.json");
        String program =
                ((Chromium.Program) Chromium.onThisMachine(true)).path().toString();
        Files.writeString(config, "{\"executablePath\":\"" + program + "\",\"args\":[\"--no-sandbox\"]}");
        var java = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "launch-server",
                "--browser",
                "chromium",
                "--config",
                config.toString());
        java.environment().put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return java.redirectErrorStream(true).start();
    }

    private static URI address(Process server) throws IOException {
        var output = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line = Objects.requireNonNull(output.readLine(), "the server ended");
        while (!line.startsWith("ws://")) {
            line = Objects.requireNonNull(output.readLine(), "the server ended");
        }
        return URI.create(line.strip());
    }
}
