package dev.parley.cli.testing;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder that looks like an installed Parley, with the stand-ins as its programs. */
public final class TestingHome {

    /** Made once: what has been started from it may still run. */
    private static final Path FOLDER = made(Path.of("target", "testing-home").toAbsolutePath());

    private TestingHome() {}

    public static Path folder() {
        return FOLDER;
    }

    private static Path made(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("parley"), "");
            writeJar(folder.resolve("server/target/server-1-app.jar"), TestingServer.class);
            writeJar(folder.resolve("sandbox/target/sandbox-1.jar"), TestingSandbox.class);
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void writeJar(Path jar, Class<?> program) throws IOException {
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, program.getName());
        manifest.getMainAttributes().put(Name.CLASS_PATH, ownClassPath());
        var fresh = Files.createTempFile(jar.getParent(), "being-made", ".tmp");
        try (var out = new ZipOutputStream(Files.newOutputStream(fresh))) {
            // Always the same time, so that the same content gives the same jar, and what is prepared for it is used
            // again.
            out.putNextEntry(manifestEntry());
            manifest.write(out);
        }
        // At once, because another test's process may be starting from the one that is there.
        Files.move(fresh, jar, ATOMIC_MOVE);
    }

    private static ZipEntry manifestEntry() {
        var entry = new ZipEntry(JarFile.MANIFEST_NAME);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }

    private static String ownClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
    }
}
