package dev.parley.bench.instagram;

import dev.parley.bench.NodePackages;
import dev.parley.cli.instance.Home;
import java.io.File;
import java.io.IOException;
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

    private static Party privateApi() throws IOException, InterruptedException {
        var packages = NodePackages.install("instagram-private-api", List.of("instagram-private-api@1.46.1"));
        var command = new ArrayList<>(SCRIPT_OPTIONS);
        command.add(packages.script(Parties.class, SCRIPT).toString());
        return new Party(
                "instagram-private-api 1.46.1",
                command,
                List.of(packages.library("instagram-private-api").toString()));
    }
}
