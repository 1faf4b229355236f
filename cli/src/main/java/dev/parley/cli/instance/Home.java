package dev.parley.cli.instance;

import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where Parley is installed: the folder with the built modules.
 *
 * @param root the folder that holds {@code ./parley}
 */
public record Home(Path root) {

    private static final String SCRIPT = "parley";

    /** The system property {@code parley.home}, else the nearest folder above this code, or above the current one, that holds {@code ./parley}. */
    public static Home find() {
        var told = System.getProperty("parley.home");
        if (told != null) {
            return new Home(Path.of(told));
        }
        return Stream.of(ownCode(), Path.of("").toAbsolutePath())
                .flatMap(start -> Stream.iterate(start, folder -> folder != null, Path::getParent))
                .filter(folder -> Files.isRegularFile(folder.resolve(SCRIPT)))
                .findFirst()
                .map(Home::new)
                .orElseThrow(() -> new Problem("cannot find the folder of ./parley: start Parley from there"));
    }

    private static Path ownCode() {
        try {
            return Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server as one jar with everything in it. */
    public Path serverJar() {
        return newest("server", "server-*-app.jar");
    }

    /** Parley's version, as its server's jar is named. */
    public String version() {
        return serverJar().getFileName().toString().replaceFirst("^server-", "").replaceFirst("-app\\.jar$", "");
    }

    /** The sandbox's jar; its libraries lie beside it. */
    public Path sandboxJar() {
        return newest("sandbox", "sandbox-*.jar");
    }

    /** The Java that runs this code runs the other processes too. */
    public Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Where things that are made once per build or version are kept: the build's own folder, or the data folder if that is read-only. */
    Path prepared(DataFolder data) {
        return Files.isWritable(root) ? root.resolve("target") : data.root().resolve("prepared");
    }

    private Path newest(String module, String jarName) {
        var folder = root.resolve(module).resolve("target");
        var wanted = FileSystems.getDefault().getPathMatcher("glob:" + jarName);
        try (var files = Files.list(folder)) {
            return files.filter(file -> wanted.matches(file.getFileName()))
                    .max(Comparator.comparing(jar -> jar.toFile().lastModified()))
                    .orElseThrow(() -> notBuilt(module));
        } catch (IOException e) {
            throw notBuilt(module);
        }
    }

    private static Problem notBuilt(String module) {
        return new Problem("the %s is not built: run ./parley up, which builds it".formatted(module));
    }
}
