package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.instance.FolderLock;
import dev.parley.cli.instance.Folders;
import dev.parley.cli.process.Leftovers;
import dev.parley.cli.process.RunRecord;
import dev.parley.cli.testing.TestingServer;
import dev.parley.cli.testing.TestingTerminal;
import dev.parley.cli.testing.TestingTerminal.Typed;
import dev.parley.cli.testing.TestingWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class UpAndDownTest {

    private static final Set<String> WRITTEN_BY_THE_SERVER = Set.of("admin-password", "server-1.ready");

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    private TestingTerminal terminal;
    private DataFolder data;

    @BeforeEach
    void open() {
        terminal = new TestingTerminal(folder);
        data = new DataFolder(folder.resolve("data"));
    }

    @AfterEach
    void tidyUp() {
        var copy = folder.resolve("copy");
        if (Files.exists(copy)) {
            terminal.run("down", "--data-dir", copy.toString());
        }
        terminal.run("down");
        assertThat(Leftovers.in(data.records())).isEmpty();
        Folders.delete(folder);
    }

    @Test
    void starts_in_the_background_tells_what_runs_and_keeps_its_data() throws Exception {
        var first = inBackground();
        assertThat(first.text()).contains("Parley is ready: http://localhost:", "first-password", "tomas.totp");
        assertThat(get("/starts")).isEqualTo("1");
        assertThat(terminal.run("status").text()).contains("postgres", "sandbox", "server-1", "management port");
        assertThat(terminal.run("logs", "server").text()).contains("the stand-in serves");
        assertThat(modeOf(data.root())).isEqualTo("rwx------");
        assertThat(modeOf(data.root().resolve("postgres-password"))).isEqualTo("rw-------");

        assertThat(terminal.run("down").text()).contains("Stopped");
        assertThat(Leftovers.in(data.records())).isEmpty();
        assertThat(terminal.run("status").exitStatus()).isEqualTo(1);

        inBackground();
        assertThat(get("/starts")).isEqualTo("2");
    }

    @Test
    void keeps_its_data_from_everybody_else_even_in_a_folder_that_was_open() throws Exception {
        Files.createDirectories(data.root());
        Files.setPosixFilePermissions(data.root(), PosixFilePermissions.fromString("rwxr-xr-x"));

        inBackground();

        assertThat(modeOf(data.root())).isEqualTo("rwx------");
        for (var folder : List.of(data.root(), data.records(), data.logs())) {
            try (var files = Files.list(folder)) {
                assertThat(files.filter(Files::isRegularFile)
                                .filter(file -> !WRITTEN_BY_THE_SERVER.contains(
                                        file.getFileName().toString())))
                        .isNotEmpty()
                        .allSatisfy(file ->
                                assertThat(modeOf(file)).as(file.toString()).isEqualTo("rw-------"));
            }
        }
    }

    private static String modeOf(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void stays_in_the_foreground_until_it_is_interrupted() throws Exception {
        var up = up().awaitText("to stop     Ctrl-C");

        new ProcessBuilder("kill", "-INT", Long.toString(up.process().pid()))
                .start()
                .waitFor();

        assertThat(up.exitStatus()).isNotZero();
        assertThat(up.text()).doesNotContain("parley:");
        assertThat(Leftovers.in(data.records())).isEmpty();
        assertThat(Files.readString(data.log("postgres"))).contains("database system is shut down");
    }

    @Test
    void tidies_up_after_a_supervisor_that_was_killed() throws Exception {
        var killed = up().awaitText("Parley is ready");
        killed.process().destroyForcibly().waitFor();
        assertThat(Leftovers.in(data.records())).hasSize(3);

        inBackground();

        assertThat(get("/starts")).isEqualTo("2");
        assertThat(Files.readString(data.log("parley"))).contains("Stopped postgres (process");
    }

    @Test
    void down_stops_what_a_killed_supervisor_left() throws Exception {
        up().awaitText("Parley is ready").process().destroyForcibly().waitFor();

        assertThat(terminal.run("down").text()).contains("Stopped what a killed run had left");

        assertThat(Leftovers.in(data.records())).isEmpty();
    }

    @Test
    void refuses_a_folder_in_use_and_names_who_uses_it() {
        inBackground();
        var holder = data.running(FolderLock.HOLDER).map(RunRecord::pid).orElseThrow();

        var second = up();

        assertThat(second.exitStatus()).isEqualTo(1);
        assertThat(second.text()).containsOnlyOnce("parley:").contains("in use by process " + holder);
        var third = up("-d");
        assertThat(third.exitStatus()).isEqualTo(1);
        assertThat(third.text()).contains("in use by process " + holder);
    }

    @Test
    void refuses_a_taken_port_and_names_the_flag() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());

            var up = terminal.run("up", "--port", port, "--sandbox-port", "0");
            var upToo = terminal.run("up", "--port", "0", "--sandbox-port", port);

            assertThat(up.exitStatus()).isEqualTo(1);
            assertThat(up.text()).contains("port " + port + " is taken").contains("--port");
            assertThat(upToo.text()).contains("port " + port + " is taken").contains("--sandbox-port");
        }
    }

    @Test
    void refuses_another_instagram_than_at_the_first_start() throws Exception {
        inBackground();
        assertThat(get("/instagram")).isEqualTo("sandbox");
        terminal.run("down");

        var live = up("--instagram", "live");

        assertThat(live.exitStatus()).isEqualTo(1);
        assertThat(live.text()).contains("belongs to a sandbox instance");
    }

    @Test
    void a_live_instance_stays_live_and_has_no_sandbox() throws Exception {
        inBackground("--instagram", "live");
        assertThat(get("/instagram")).isEqualTo("live");
        terminal.run("down");

        var again = inBackground();

        assertThat(get("/instagram")).isEqualTo("live");
        assertThat(again.text()).contains("the real one");
        assertThat(data.running("sandbox")).isEmpty();
    }

    @Test
    void tells_when_a_process_dies_and_stops_the_others() {
        var up = up().awaitText("Parley is ready");

        die("server-1");

        assertThat(up.exitStatus()).isEqualTo(1);
        assertThat(up.text()).contains("server-1 ended by itself with status 7", "the stand-in serves");
        assertThat(Leftovers.in(data.records())).isEmpty();
    }

    @Test
    void the_end_of_one_of_several_servers_is_told_and_the_others_go_on() throws Exception {
        var up = up("--nodes", "3").awaitText("Parley is ready");
        assertThat(up.text()).contains("and server-2 at http://localhost:", "and server-3 at http://localhost:");
        assertThat(terminal.run("status").text()).contains("server-1", "server-2", "server-3");
        assertThat(terminal.run("logs", "server").text()).contains("server-1 |", "server-3 |");

        die("server-2");
        up.awaitText("server-2 ended by itself with status 7; the others go on");

        assertThat(terminal.run("status").text())
                .contains("server-1", "server-3")
                .doesNotContain("server-2");
        assertThat(get("/starts")).isEqualTo("1");
        terminal.run("down");
        assertThat(up.exitStatus()).isNotZero();
    }

    @Test
    void relays_why_the_server_refuses_to_start() {
        var up = terminal.start(
                Map.of(TestingServer.REFUSES_TO_START, "yes"), "up", "--port", "0", "--sandbox-port", "0");

        assertThat(up.exitStatus()).isEqualTo(1);
        assertThat(up.text()).endsWith("parley: the key does not fit this database\n");
        assertThat(Leftovers.in(data.records())).isEmpty();
    }

    @Test
    void resets_the_administrator_and_changes_the_key_with_the_instance_running_and_not() {
        inBackground();
        assertThat(terminal.run("admin", "reset").text()).contains("fresh-password after 2");
        assertThat(terminal.run("key", "add").text()).contains("a new key");
        terminal.run("down");

        var reset = terminal.run("admin", "reset");

        assertThat(reset.exitStatus()).isZero();
        assertThat(reset.text()).contains("fresh-password after 3");
    }

    @Test
    void a_backup_taken_while_it_runs_and_is_written_to_comes_up_elsewhere_as_does_one_of_what_stands_still()
            throws Exception {
        inBackground();
        var running = folder.resolve("running.tar.gz");
        int before;
        try (var writer = new TestingWriter(data.root(), port(data, "postgres"))) {
            before = TestingWriter.numbersIn(data.root(), port(data, "postgres"));
            assertThat(terminal.run("backup", "--to", running.toString()).text())
                    .contains("The backup is " + running)
                    .contains("holds the key");
        }
        var after = TestingWriter.numbersIn(data.root(), port(data, "postgres"));
        assertThat(modeOf(running)).isEqualTo("rw-------");
        assertThat(terminal.run("doctor").text())
                .contains("last backup")
                .contains("server-1")
                .contains("UP");

        var standing = new DataFolder(folder.resolve("standing"));
        restore(running, standing);
        assertThat(terminal.run("doctor", "--data-dir", standing.root().toString())
                        .text())
                .contains("nothing runs");
        var archive = folder.resolve("standing.tar.gz");
        var second = terminal.run("backup", "--data-dir", standing.root().toString(), "--to", archive.toString());
        assertThat(second.exitStatus()).as(second.text()).isZero();

        var copy = new DataFolder(folder.resolve("copy"));
        restore(archive, copy);
        var up = up("-d", "--data-dir", copy.root().toString());
        assertThat(up.exitStatus()).as(up.text()).isZero();
        assertThat(get(copy, "/starts")).isEqualTo("2");
        assertThat(TestingWriter.numbersIn(copy.root(), port(copy, "postgres"))).isBetween(before, after);
        assertThat(get("/starts")).isEqualTo("1");
    }

    private void restore(Path archive, DataFolder into) {
        var restore = terminal.run(
                "restore", archive.toString(), "--data-dir", into.root().toString());
        assertThat(restore.exitStatus()).as(restore.text()).isZero();
    }

    @Test
    void wrong_use_is_told_in_one_sentence() {
        assertThat(terminal.run("up", "--colour").text()).startsWith("parley: Unknown option: '--colour'");
        assertThat(terminal.run("up", "--colour").exitStatus()).isEqualTo(2);
        assertThat(terminal.run("up", "--port", "99999").exitStatus()).isEqualTo(2);
        assertThat(terminal.run("up", "--nodes", "0").exitStatus()).isEqualTo(2);
        assertThat(terminal.run("dance").exitStatus()).isEqualTo(2);
        assertThat(terminal.run("help").text())
                .contains("up", "down", "status", "logs", "test", "bench", "admin", "key");
    }

    private Typed inBackground(String... more) {
        var up = up(Stream.concat(Stream.of("-d"), Arrays.stream(more)).toArray(String[]::new));
        assertThat(up.exitStatus()).as(up.text()).isZero();
        return up;
    }

    private Typed up(String... more) {
        var onFreePorts = Stream.of("up", "--port", "0", "--sandbox-port", "0");
        return terminal.start(
                Map.of(), Stream.concat(onFreePorts, Arrays.stream(more)).toArray(String[]::new));
    }

    private static int port(DataFolder folder, String process) {
        return folder.running(process).flatMap(RunRecord::port).orElseThrow();
    }

    private void die(String server) {
        var port = data.running(server).flatMap(RunRecord::port).orElseThrow();
        HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/die"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    private String get(String path) throws Exception {
        return get(data, path);
    }

    private static String get(DataFolder folder, String path) throws Exception {
        var port = port(folder, "server-1");
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
