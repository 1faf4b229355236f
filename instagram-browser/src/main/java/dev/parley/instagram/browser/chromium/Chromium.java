package dev.parley.instagram.browser.chromium;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the browser comes from. */
public sealed interface Chromium {

    /** A program on this machine. */
    record Program(Path path) implements Chromium {}

    /** The one that Playwright has downloaded, if it has; it is never downloaded from here. */
    record Playwrights() implements Chromium {}

    /** One that runs elsewhere, behind a Playwright server of the same version ({@code ws://host:port/…}). */
    record Remote(URI address) implements Chromium {

        public Remote {
            if (!List.of("ws", "wss").contains(String.valueOf(address.getScheme()))) {
                throw new IllegalArgumentException("a remote browser is given as ws://host:port/path");
            }
        }

        /** Leaves the path out: whoever knows it can use the browser. */
        @Override
        public String toString() {
            return "Remote[" + address.getHost() + "]";
        }
    }

    /** What to do when there is none. */
    String MISSING =
            "There is no Chromium on this machine: install it (on Debian: apt-get install chromium-headless-shell; "
                    + "on Fedora: dnf install chromium; on macOS: brew install --cask chromium), or name its program in the settings";

    /** Whether there is a program to start. Of one that runs elsewhere it is believed. */
    default boolean exists() {
        return switch (this) {
            case Program(Path path) -> Files.isExecutable(path);
            case Playwrights() -> PlaywrightsFolder.ofThisMachine().hasChromium();
            case Remote remote -> true;
        };
    }

    /** As installed on this machine, else Playwright's own. */
    static Chromium onThisMachine(boolean headless) {
        String path = System.getenv("PATH");
        Stream<Path> folders =
                path == null ? Stream.empty() : Stream.of(path.split(":")).map(Path::of);
        return installed(folders.toList(), headless).<Chromium>map(Program::new).orElseGet(Playwrights::new);
    }

    /**
     * The first program in these folders, or in the usual places of macOS, that is a Chromium.
     *
     * @param headless prefers the program that can do without a window only: the same browser at half the cost, because no window is
     *     kept for nobody
     */
    static Optional<Path> installed(List<Path> folders, boolean headless) {
        Stream<String> names = Stream.concat(
                headless ? Stream.of("chromium-headless-shell", "chrome-headless-shell") : Stream.empty(),
                Stream.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome"));
        Stream<Path> onPath = names.flatMap(name -> folders.stream().map(folder -> folder.resolve(name)));
        Stream<Path> applications = Stream.of(
                        "Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome")
                .map(Path.of("/Applications")::resolve);
        return Stream.concat(onPath, applications)
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
