package dev.parley.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.cli.backup.Manifest.DatabaseForm;
import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.instance.Progress;
import dev.parley.cli.process.JsonFile;
import dev.parley.cli.process.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    Path folder;

    private Path file;
    private Path into;

    @BeforeEach
    void places() throws IOException {
        file = folder.resolve("backup.tar.gz");
        into = Files.createDirectory(folder.resolve("into"));
    }

    @Test
    void gives_back_what_was_put_in_to_its_owner_alone() throws IOException {
        write(Manifest.FORMAT, archive -> {
            archive.folder("data/empty");
            archive.text("data/postgres/deep/file", "some words");
        });

        unpack();

        assertThat(modeOf(file)).isEqualTo("rw-------");
        assertThat(into.resolve("data/postgres/deep/file")).hasContent("some words");
        assertThat(modeOf(into.resolve("data/postgres/deep/file"))).isEqualTo("rw-------");
        assertThat(modeOf(into.resolve("data/empty"))).isEqualTo("rwx------");
        assertThat(modeOf(into.resolve("data/postgres"))).isEqualTo("rwx------");
    }

    @Test
    void has_no_name_before_it_is_whole_and_takes_nobody_elses() throws IOException {
        try (var archive = ArchiveWriter.to(file)) {
            archive.text("data/a", "a");
            assertThat(file).doesNotExist();
        }
        assertThat(folder).isDirectoryNotContaining(found -> found.toString().contains("backup"));

        Files.writeString(file, "there before");
        assertThatThrownBy(() -> ArchiveWriter.to(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("is there already");
        assertThat(file).hasContent("there before");
    }

    @Test
    void tells_when_it_cannot_be_written() {
        assertThatThrownBy(() -> ArchiveWriter.to(Path.of("/proc/backup.tar.gz")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cannot write the backup /proc/backup.tar.gz")
                .hasMessageContaining("--to");
    }

    @Test
    void no_path_in_it_leaves_the_folder() {
        for (var name : List.of("data/../../outside", "../outside", "/tmp/outside", "outside", "data/../database")) {
            file = folder.resolve("evil-" + name.hashCode());
            write(Manifest.FORMAT, archive -> archive.text(name, "evil"));

            assertThatThrownBy(this::unpack)
                    .as(name)
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("nothing was restored");
        }
        assertThat(folder.resolve("outside")).doesNotExist();
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void what_was_changed_or_cut_short_is_refused() throws IOException {
        write(Manifest.FORMAT, archive -> {
            archive.text("data/words", "the right words");
            archive.bytes("data/much", noise());
        });
        var whole = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(this::unpack).isInstanceOf(Problem.class).hasMessageContaining("damaged or cut short");
        var missing = new DataFolder(folder.resolve("missing"));
        assertThatThrownBy(() -> new RestoreBackup(missing, null, Progress.SILENT).from(file))
                .isInstanceOf(Problem.class);
        assertThat(missing.root()).doesNotExist();

        Files.write(file, changed(whole));
        assertThatThrownBy(this::unpack)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("data/words is not what was written");
    }

    private static byte[] noise() {
        var bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] changed(byte[] archive) throws IOException {
        byte[] tar;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            tar = in.readAllBytes();
        }
        var changed = new String(tar, StandardCharsets.ISO_8859_1).replace("the right words", "the wrong words");
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(changed.getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    @Test
    void another_format_another_postgresql_or_machine_and_what_is_no_archive_are_refused() throws IOException {
        write("parley-backup-9", archive -> archive.text("data/a", "a"));
        var restore = new RestoreBackup(new DataFolder(into), null, Progress.SILENT);
        assertThatThrownBy(() -> restore.from(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("by another Parley");

        assertThatThrownBy(() -> manifest(Manifest.FORMAT).demandFilesFor("19.1"))
                .hasMessageContaining("PostgreSQL 18.1");
        manifest(Manifest.FORMAT).demandFilesFor("18.9");

        Files.writeString(file, "words");
        assertThatThrownBy(() -> restore.from(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("is no backup of Parley");
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void a_folder_that_holds_something_is_refused_and_kept() throws IOException {
        write(Manifest.FORMAT, archive -> archive.text("data/a", "a"));
        Files.writeString(into.resolve("key"), "the only one");

        assertThatThrownBy(() -> new RestoreBackup(new DataFolder(into), null, Progress.SILENT).from(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("is not empty (key is in it)");

        assertThat(into.resolve("key")).hasContent("the only one");
        assertThat(into).isDirectoryNotContaining(found -> !found.endsWith("key"));
    }

    @Test
    void segments_of_changes_are_counted_over_the_end_of_a_number() {
        assertThat(WalSegments.between("0000000100000002000000FE", "000000010000000300000001", 256))
                .containsExactly(
                        "0000000100000002000000FE",
                        "0000000100000002000000FF",
                        "000000010000000300000000",
                        "000000010000000300000001");
    }

    private void write(String format, Consumer<ArchiveWriter> content) {
        try (var archive = ArchiveWriter.to(file)) {
            archive.text(ArchiveWriter.MANIFEST, JsonFile.text(manifest(format)));
            content.accept(archive);
            archive.finish();
        }
    }

    private static Manifest manifest(String format) {
        return new Manifest(
                format,
                "1",
                Instant.EPOCH,
                "sandbox",
                DatabaseForm.FILES,
                "18.1",
                null,
                Manifest.thisMachine(),
                List.of());
    }

    private void unpack() {
        try (var archive = ArchiveReader.open(file)) {
            archive.unpackInto(into, Progress.SILENT);
        }
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
