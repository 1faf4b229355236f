package dev.parley.cli.backup;

import dev.parley.cli.process.Problem;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** A {@code .tar.gz} that only its owner may read, and that has its name only when it is whole and on the disk. */
final class ArchiveWriter implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final String CHECKSUMS = "checksums";

    private static final int OWNER_ONLY = 0600;
    private static final int BUFFER = 128 * 1024;

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final TarArchiveOutputStream tar;
    private final Map<String, String> checksums = new LinkedHashMap<>();
    private final byte[] buffer = new byte[BUFFER];

    private ArchiveWriter(Path target, Path part) throws IOException {
        this.target = target;
        this.part = part;
        part.toFile().deleteOnExit();
        this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
        this.tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), fast()));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    private static GzipParameters fast() {
        var parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.BEST_SPEED);
        return parameters;
    }

    /** Makes an unfinished file beside the target, of mode 600. */
    static ArchiveWriter to(Path target) {
        demandFree(target);
        try {
            // Beside it, because a file gets its final name in one step within a file system only.
            return new ArchiveWriter(
                    target, Files.createTempFile(target.getParent(), target.getFileName() + ".", ".part"));
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    private static void demandFree(Path target) {
        if (Files.exists(target)) {
            throw new Problem(target + " is there already: name another file with --to");
        }
    }

    private static Problem notWritten(Path target, IOException cause) {
        return new Problem(
                "cannot write the backup %s: %s; make room there, or name another place with --to"
                        .formatted(target, Reason.of(cause)),
                cause);
    }

    void text(String name, String content) {
        bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(String name, byte[] bytes) {
        try {
            entry(name, bytes.length, new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As long as it is at this moment. One that has vanished is left out: whoever deleted it does not need it. */
    void file(String name, Path file) {
        try (var in = Files.newInputStream(file)) {
            entry(name, Files.size(file), in);
        } catch (NoSuchFileException vanished) {
            return;
        } catch (IOException e) {
            throw new Problem("cannot read %s: %s".formatted(file, Reason.of(e)), e);
        }
    }

    void folder(String name) {
        var entry = new TarArchiveEntry(name + "/");
        writing(() -> {
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        });
    }

    private void entry(String name, long size, InputStream content) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(OWNER_ONLY);
        writing(() -> tar.putArchiveEntry(entry));
        var digest = Checksum.digest();
        for (var left = size; left > 0; ) {
            left -= copySome(content, (int) Math.min(buffer.length, left), digest);
        }
        writing(tar::closeArchiveEntry);
        checksums.put(name, Checksum.hex(digest));
    }

    private int copySome(InputStream content, int atMost, MessageDigest digest) throws IOException {
        var count = content.read(buffer, 0, atMost);
        if (count < 0) {
            // It has been made shorter meanwhile. PostgreSQL's log knows about that; only the length must be what was
            // said.
            Arrays.fill(buffer, 0, atMost, (byte) 0);
            count = atMost;
        }
        var read = count;
        digest.update(buffer, 0, read);
        writing(() -> tar.write(buffer, 0, read));
        return read;
    }

    /** Gives it its name; returns its length. */
    long finish() {
        text(CHECKSUMS, Checksum.text(checksums));
        writing(() -> {
            tar.finish();
            tar.flush();
            tar.close();
        });
        return name();
    }

    private long name() {
        demandFree(target);
        try (var whole = FileChannel.open(part, StandardOpenOption.WRITE);
                var folder = FileChannel.open(target.getParent())) {
            whole.force(true);
            var bytes = whole.size();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            folder.force(true);
            return bytes;
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    @FunctionalInterface
    private interface Writing {

        void write() throws IOException;
    }

    private void writing(Writing step) {
        try {
            step.write();
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    /** Leaves nothing behind if it was not finished. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }
}
