package dev.parley.cli.instance;

import dev.parley.cli.process.PrivateFile;
import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * PostgreSQL's data on disk, and how its programs are called on it.
 *
 * @param password of the superuser and of the owner
 */
record PostgresCluster(Path data, PostgresBinaries binaries, String password) {

    private static final int PASSWORD_BYTES = 24;

    static PostgresCluster in(DataFolder folder, PostgresBinaries binaries) {
        try {
            var cluster = new PostgresCluster(folder.postgres(), binaries, password(folder));
            if (!Files.exists(folder.postgres())) {
                cluster.create(folder);
            }
            cluster.forgetDeadPostmaster();
            return cluster;
        } catch (IOException e) {
            throw new Problem("cannot make the database in %s: %s".formatted(folder.postgres(), e.getMessage()), e);
        }
    }

    static String password(DataFolder folder) {
        try {
            return passwordIn(folder.postgresPassword());
        } catch (IOException e) {
            throw new Problem("cannot read %s: %s".formatted(folder.postgresPassword(), e.getMessage()), e);
        }
    }

    private static String passwordIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            var random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
        }
        return Files.readString(file).strip();
    }

    private void create(DataFolder folder) throws IOException {
        var fresh = folder.root().resolve("postgres.new");
        Folders.delete(fresh);
        var log = folder.log("initdb");
        PrivateFile.prepare(log);
        var initdb = new ProcessBuilder(asOrdinaryUser(List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + fresh,
                        "--username=postgres",
                        "--pwfile=" + folder.postgresPassword(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (exitStatus(initdb) != 0) {
            throw new Problem("cannot make the database: see " + log);
        }
        Files.move(fresh, data);
    }

    private static int exitStatus(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("interrupted while making the database", e);
        }
    }

    // After a crash of the machine another program may have the number of the dead postmaster, and PostgreSQL would not
    // start.
    private void forgetDeadPostmaster() throws IOException {
        var file = data.resolve("postmaster.pid");
        if (Files.exists(file) && !isPostgres(Files.readAllLines(file).getFirst())) {
            Files.delete(file);
        }
    }

    private static boolean isPostgres(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    Path program() {
        return binaries.program("postgres");
    }

    List<String> command(List<String> arguments) {
        var command = new ArrayList<>(List.of(program().toString(), "-D", data.toString()));
        command.addAll(arguments);
        return asOrdinaryUser(command);
    }

    // PostgreSQL refuses to run as root; in a user namespace of its own root is nobody in particular.
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        var wrapped = new ArrayList<>(List.of("unshare", "--user"));
        wrapped.addAll(command);
        return wrapped;
    }
}
