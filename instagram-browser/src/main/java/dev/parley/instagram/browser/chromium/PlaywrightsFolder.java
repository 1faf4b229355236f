package dev.parley.instagram.browser.chromium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** Where Playwright keeps the browsers that it has downloaded, by its documentation on managing browsers. */
record PlaywrightsFolder(Path path) {

    static PlaywrightsFolder ofThisMachine() {
        var named = System.getenv("PLAYWRIGHT_BROWSERS_PATH");
        return new PlaywrightsFolder(named == null || named.isBlank() ? usual() : Path.of(named));
    }

    private static Path usual() {
        var home = Path.of(Objects.requireNonNullElse(System.getProperty("user.home"), "."));
        var isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return isMac ? home.resolve("Library/Caches/ms-playwright") : home.resolve(".cache/ms-playwright");
    }

    boolean hasChromium() {
        try (var browsers = Files.newDirectoryStream(path, "chromium*")) {
            return browsers.iterator().hasNext();
        } catch (IOException none) {
            return false;
        }
    }
}
