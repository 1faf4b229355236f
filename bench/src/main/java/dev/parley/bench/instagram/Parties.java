package dev.parley.bench.instagram;

import dev.parley.cli.instance.Home;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is measured, each with the libraries that it brings and no others. */
final class Parties {

    private static final List<String> MEMORY = List.of("-Xmx4g");
    private static final List<String> OUR_LIBRARIES =
            List.of("instagram-", "okhttp-jvm-", "okio-jvm-", "kotlin-stdlib-", "jackson-", "jspecify-");
    private static final List<String> SCRIPT_OPTIONS = List.of("node", "--expose-gc", "--max-old-space-size=8192");
    private static final String SCRIPT = "instagram-private-api.cjs";

    private final Path bench = Home.find().root().resolve("bench/target");
    private final Path folder;

    /** @param folder for what is installed */
    Parties(Path folder) {
        this.folder = folder;
    }

    /** Ours first. */
    List<Party> all() throws IOException, InterruptedException {
        return List.of(
                Party.java("mobile", MEMORY, classpath(libraries("lib", OUR_LIBRARIES)), MobileParty.class),
                Party.java(
                        "instagram4j 2.0.7",
                        MEMORY,
                        classpath(libraries("instagram4j", List.of(""))),
                        Instagram4jParty.class),
                privateApi());
    }

    private String classpath(List<Path> libraries) {
        return Stream.concat(Stream.of(bench.resolve("classes")), libraries.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private List<Path> libraries(String place, List<String> beginnings) throws IOException {
        try (var jars = Files.list(bench.resolve(place))) {
            return jars.filter(jar ->
                            beginnings.stream().anyMatch(jar.getFileName().toString()::startsWith))
                    .toList();
        }
    }

    /** Installed once, without running anything of it. */
    private Party privateApi() throws IOException, InterruptedException {
        Path installed = bench.resolve("instagram-private-api");
        Path client = installed.resolve("node_modules/instagram-private-api");
        if (!Files.exists(client.resolve("package.json"))) {
            Files.createDirectories(installed);
            var install = new ProcessBuilder(
                            "npm",
                            "install",
                            "--silent",
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--prefix",
                            installed.toString(),
                            "instagram-private-api@1.46.1")
                    .inheritIO()
                    .start();
            if (install.waitFor() != 0) {
                throw new IOException("npm cannot install instagram-private-api");
            }
        }
        Path script = folder.resolve(SCRIPT);
        try (InputStream text = Parties.class.getResourceAsStream(SCRIPT)) {
            Files.write(script, text.readAllBytes());
        }
        var command = new ArrayList<>(SCRIPT_OPTIONS);
        command.add(script.toString());
        return new Party("instagram-private-api 1.46.1", command, List.of(client.toString()));
    }
}
