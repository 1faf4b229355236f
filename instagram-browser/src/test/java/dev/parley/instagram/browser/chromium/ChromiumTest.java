package dev.parley.instagram.browser.chromium;

import static dev.parley.instagram.browser.testing.TestingChromium.GUISE;
import static dev.parley.instagram.browser.testing.TestingChromium.patience;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {

    @Test
    void prefers_chromium_over_chrome_and_leaves_out_what_cannot_be_run(@TempDir Path folder) throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.createFile(first.resolve("chromium"));
        program(first.resolve("google-chrome"));
        Path chromium = program(second.resolve("chromium"));

        assertThat(Chromium.installed(List.of(first, second), false)).contains(chromium);
    }

    @Test
    void prefers_the_program_without_a_window_unless_a_window_is_wanted(@TempDir Path folder) throws IOException {
        Path chromium = program(folder.resolve("chromium"));
        Path headless = program(folder.resolve("chromium-headless-shell"));

        assertThat(Chromium.installed(List.of(folder), true)).contains(headless);
        assertThat(Chromium.installed(List.of(folder), false)).contains(chromium);
    }

    @Test
    void a_window_is_wanted_of_the_machines_browser_but_not_of_a_chosen_one(@TempDir Path folder) {
        var chosen = new Chromium.Program(folder.resolve("chosen"));

        assertThat(LaunchSettings.usual().withHeadless(false).chromium()).isEqualTo(Chromium.onThisMachine(false));
        assertThat(LaunchSettings.usual().with(chosen).withHeadless(false).chromium())
                .isEqualTo(chosen);
    }

    @Test
    void says_what_to_install_when_a_program_does_not_start(@TempDir Path folder) throws IOException {
        Path broken = program(folder.resolve("chromium"));
        var settings = LaunchSettings.usual().with(new Chromium.Program(broken));
        try (var workers = new Workers(settings, 1);
                var tabs = new Tabs(workers, 1);
                var lease = tabs.borrow("alma", GUISE, StorageState.NONE, patience())) {

            assertThatThrownBy(() -> lease.tab().ready(patience()))
                    .isInstanceOfSatisfying(
                            BrowserTrouble.class,
                            trouble -> assertThat(trouble.kind()).isEqualTo(Kind.NO_BROWSER))
                    .hasMessageContaining(broken.toString())
                    .hasMessageContaining("install");
        }
    }

    @Test
    void exists_where_a_program_can_be_started_and_elsewhere_is_believed_to(@TempDir Path folder) throws IOException {
        var program = new Chromium.Program(folder.resolve("chromium"));
        assertThat(program.exists()).isFalse();
        program(program.path());
        assertThat(program.exists()).isTrue();
        assertThat(new Chromium.Remote(URI.create("ws://browsers.example:3000/")).exists())
                .isTrue();
    }

    @Test
    void playwrights_own_exists_when_it_was_downloaded(@TempDir Path folder) throws IOException {
        assertThat(new PlaywrightsFolder(folder.resolve("nowhere")).hasChromium())
                .isFalse();
        var downloads = new PlaywrightsFolder(folder);
        Files.createDirectory(folder.resolve("firefox-1490"));
        assertThat(downloads.hasChromium()).isFalse();
        Files.createDirectory(folder.resolve("chromium-1200"));
        assertThat(downloads.hasChromium()).isTrue();
    }

    @Test
    void keeps_the_way_to_a_remote_browser_to_itself() {
        assertThat(new Chromium.Remote(URI.create("ws://browsers.example:3000/secret")))
                .hasToString("Remote[browsers.example]");
        assertThatThrownBy(() -> new Chromium.Remote(URI.create("http://browsers.example/")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Path program(Path path) throws IOException {
        Files.writeString(path, "#!/bin/sh\nexit 1\n");
        assertThat(path.toFile().setExecutable(true)).isTrue();
        return path;
    }
}
