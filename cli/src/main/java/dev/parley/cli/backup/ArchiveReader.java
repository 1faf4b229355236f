package dev.parley.cli.backup;

import dev.parley.cli.instance.Progress;
import dev.parley.cli.process.JsonFile;
import dev.parley.cli.process.PrivateFile;
import dev.parley.cli.process.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads what {@link ArchiveWriter} has written, and believes nothing of it before it has been compared. */
final class ArchiveReader implements AutoCloseable {

    private static final int BUFFER = 128 * 1024;
    private static final int LONGEST_MANIFEST = 1_000_000;

    private final Path file;
    private final FileChannel channel;
    private final TarArchiveInputStream tar;
    private final Manifest manifest;
    private final Map<String, String> seen = new HashMap<>();
    private final byte[] buffer = new byte[BUFFER];

    private ArchiveReader(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.tar = new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Channels.newInputStream(channel)), BUFFER));
        this.manifest = readManifest();
    }

    static ArchiveReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Problem("there is no file " + file);
        }
        try {
            var channel = FileChannel.open(file);
            try {
                return new ArchiveReader(file, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Problem("%s is no backup of Parley: %s".formatted(file, Reason.of(e)), e);
        }
    }

    private Manifest readManifest() throws IOException {
        var first = tar.getNextEntry();
        if (first == null || !first.getName().equals(ArchiveWriter.MANIFEST) || first.getSize() > LONGEST_MANIFEST) {
            throw new IOException("it does not begin with a manifest");
        }
        var bytes = tar.readAllBytes();
        var digest = Checksum.digest();
        digest.update(bytes);
        seen.put(first.getName(), Checksum.hex(digest));
        return JsonFile.parse(new String(bytes, StandardCharsets.UTF_8), Manifest.class)
                .orElseThrow(() -> new IOException("its manifest cannot be read"));
    }

    Manifest manifest() {
        return manifest;
    }

    /** Puts everything behind the manifest into a folder that is there and empty, and compares it with the checksums. */
    void unpackInto(Path folder, Progress progress) {
        try {
            var meter = new Meter(progress, "Unpacking " + file.getFileName(), channel.size());
            var checksums = Optional.<String>empty();
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(ArchiveWriter.CHECKSUMS)) {
                    checksums = Optional.of(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
                } else {
                    unpack(entry, folder);
                }
                meter.at(channel.position());
            }
            compare(checksums.orElseThrow(() -> damaged("its end is missing")));
        } catch (IOException e) {
            throw damaged(Reason.of(e));
        }
    }

    private Problem damaged(String how) {
        return new Problem("%s is damaged or cut short (%s), so nothing was restored: take another copy of it"
                .formatted(file, how));
    }

    private void unpack(TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        var known = entry.getName().equals(TakeBackup.DUMP) || target.startsWith(folder.resolve(TakeBackup.DATA));
        if (!known || entry.isLink() || !(entry.isFile() || entry.isDirectory())) {
            throw new Problem("%s holds %s, which no backup of Parley does: nothing was restored"
                    .formatted(file, entry.getName()));
        }
        if (entry.isDirectory()) {
            makeFolder(target);
            return;
        }
        makeFolder(target.resolveSibling(""));
        try (var out = create(target)) {
            copy(entry.getName(), out, target);
        }
    }

    private static void makeFolder(Path folder) {
        try {
            PrivateFile.createFolders(folder);
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    private static OutputStream create(Path target) {
        try {
            PrivateFile.prepare(target);
            return Files.newOutputStream(target);
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    private void copy(String name, OutputStream out, Path target) throws IOException {
        var digest = Checksum.digest();
        for (var count = tar.read(buffer); count >= 0; count = tar.read(buffer)) {
            digest.update(buffer, 0, count);
            try {
                out.write(buffer, 0, count);
            } catch (IOException e) {
                throw notWritten(target, e);
            }
        }
        seen.put(name, Checksum.hex(digest));
    }

    private static Problem notWritten(Path target, IOException cause) {
        return new Problem(
                "cannot write %s: %s; make room there, or choose another --data-dir"
                        .formatted(target, Reason.of(cause)),
                cause);
    }

    private void compare(String checksums) {
        var expected = Checksum.parse(checksums);
        if (!expected.equals(seen)) {
            var different = expected.keySet().stream()
                    .filter(name -> !Objects.equals(expected.get(name), seen.get(name)))
                    .findFirst()
                    .orElse("something that was added");
            throw damaged(different + " is not what was written");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Problem("cannot close " + file + ": " + e.getMessage(), e);
        }
    }
}
