package dev.parley.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Processes that a supervisor left behind when it was killed. */
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final String DATABASE = "postgres";
    private static final String SUFFIX = ".json";

    private Leftovers() {}

    /** Those that live, in the order in which they are to be stopped: the database last. */
    public static List<RunRecord> in(Path records) {
        if (!Files.isDirectory(records)) {
            return List.of();
        }
        try (var files = Files.list(records)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(file -> JsonFile.read(file, RunRecord.class))
                    .flatMap(Optional::stream)
                    .filter(found -> found.pid() != ProcessHandle.current().pid())
                    .filter(found -> found.process().isPresent())
                    .sorted(Comparator.comparing(found -> found.name().equals(DATABASE)))
                    .toList();
        } catch (IOException e) {
            throw new Problem("cannot read " + records + ": " + e.getMessage(), e);
        }
    }

    /** Stops them and forgets their records; tells whom it stopped. */
    public static List<RunRecord> stop(Path records) {
        var living = in(records);
        living.forEach(Leftovers::stop);
        living.forEach(gone -> RunRecord.delete(records, gone.name()));
        return living;
    }

    private static void stop(RunRecord leftover) {
        leftover.process().ifPresent(process -> {
            askToEnd(leftover, process);
            if (!isGone(leftover)) {
                process.destroyForcibly();
                isGone(leftover);
            }
        });
    }

    // Asks by the record: an ended process that nobody has waited for yet still counts as alive for its handle.
    private static boolean isGone(RunRecord leftover) {
        return new Patience(PATIENCE).until(() -> leftover.process().isEmpty());
    }

    private static void askToEnd(RunRecord leftover, ProcessHandle process) {
        Signal.CONT.send(leftover.pid());
        if (leftover.name().equals(DATABASE)) {
            Signal.INT.send(leftover.pid());
        } else {
            process.destroy();
        }
    }
}
