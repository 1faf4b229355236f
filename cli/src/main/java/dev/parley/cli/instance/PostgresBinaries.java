package dev.parley.cli.instance;

import dev.parley.cli.process.Problem;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once per version.
 *
 * @param root the folder with {@code bin} and {@code lib}
 */
record PostgresBinaries(Path root) {

    private static final int OWNER_MAY_EXECUTE = 0100;

    static PostgresBinaries unpackedIn(Path prepared) {
        try {
            return unpacked(prepared, archive());
        } catch (IOException e) {
            throw new Problem("cannot unpack PostgreSQL into " + prepared + ": " + e.getMessage(), e);
        }
    }

    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        try (var in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"))) {
            if (in == null) {
                throw new Problem("no PostgreSQL is packed for %s on %s: give one with --database-url"
                        .formatted(system, System.getProperty("os.arch")));
            }
            return in.readAllBytes();
        }
    }

    private static PostgresBinaries unpacked(Path prepared, byte[] archive) throws IOException {
        var folder = prepared.resolve("postgres").resolve(Fingerprint.of(archive));
        Folders.makeOnce(folder, fresh -> unpack(archive, fresh));
        return new PostgresBinaries(folder);
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    String version() {
        try {
            var told = new ProcessBuilder(program("postgres").toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            var line = new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return line.substring(line.lastIndexOf(' ') + 1);
        } catch (IOException e) {
            throw new Problem("cannot start PostgreSQL's programs in " + root + ": " + e.getMessage(), e);
        }
    }

    Path program(String name) {
        return root.resolve("bin").resolve(name);
    }
}
