package dev.parley.bench;

import dev.parley.cli.instance.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Packages of Node.js, for peers that are written in it: installed once, without running anything of theirs. */
public record NodePackages(Path folder) {

    private static final List<String> INSTALL =
            List.of("npm", "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix");

    /**
     * @param name of the folder below {@code bench/target}
     * @param packages each as {@code name@version}
     */
    public static NodePackages install(String name, List<String> packages) throws IOException, InterruptedException {
        var folder = Home.find().root().resolve("bench/target").resolve(name);
        if (!Files.exists(folder.resolve("package.json"))) {
            Files.createDirectories(folder);
            var command = new ArrayList<>(INSTALL);
            command.add(folder.toString());
            command.addAll(packages);
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("npm cannot install " + String.join(", ", packages));
            }
        }
        return new NodePackages(folder);
    }

    public Path library(String name) {
        return folder.resolve("node_modules").resolve(name);
    }

    /** A resource beside the class, put where it finds the packages. */
    public Path script(Class<?> owner, String resource) throws IOException {
        var script = folder.resolve(resource);
        try (InputStream text = Objects.requireNonNull(owner.getResourceAsStream(resource), resource)) {
            Files.write(script, text.readAllBytes());
        }
        return script;
    }
}
