package dev.parley.instagram.contract;

import dev.parley.instagram.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the contract's tests have shown of each driver, as one document of the whole build: {@code target/contract/table.md} beside
 * {@code ./parley}. It is written anew whenever a class of tests has ended, of whatever module or process.
 */
public final class ContractTable {

    /** The row of faults in every call. */
    public static final String FAULTS = "every fault in every call";

    private static final String ENDING = ".tsv";
    private static final String MISSING = "missing";
    private static final Path FOLDER = root().resolve("target").resolve("contract");

    private ContractTable() {}

    record Cell(String driver, String row) {}

    /** @param how green, skipped, failed, or missing: a capability that the driver does not have */
    record Result(String how, String test, String reason) {

        static Result green(String test) {
            return new Result("green", test, "");
        }

        static Result skipped(String test, String reason) {
            return new Result("skipped", test, reason.replaceFirst("^Assumption failed: ", ""));
        }

        static Result failed(String test) {
            return new Result("failed", test, "");
        }

        static Result missing(String reason) {
            return new Result(MISSING, "", reason);
        }

        boolean is(String other) {
            return how.equals(other);
        }
    }

    private record Line(Cell cell, Result result) {

        String text() {
            return String.join(
                    "\t", cell.driver, cell.row, result.how, result.test, result.reason.replaceAll("\\s", " "));
        }

        static Line of(String text) {
            String[] fields = text.split("\t", -1);
            return new Line(new Cell(fields[0], fields[1]), new Result(fields[2], fields[3], fields[4]));
        }
    }

    /** @param from whose results these are; they take the place of its former ones */
    static void record(String from, Map<Cell, List<Result>> results) {
        try {
            Files.createDirectories(FOLDER);
            List<String> lines = new ArrayList<>();
            results.forEach((cell, each) -> each.forEach(result -> lines.add(new Line(cell, result).text())));
            try (var lock =
                    FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                Files.write(FOLDER.resolve(from + ENDING), lines);
                Files.writeString(FOLDER.resolve("table.md"), document(allLines()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> allLines() throws IOException {
        List<Line> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(each -> each.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                Files.readAllLines(file).stream().map(Line::of).forEach(all::add);
            }
        }
        return all;
    }

    private static String document(List<Line> lines) {
        Set<String> drivers = new TreeSet<>();
        lines.forEach(line -> drivers.add(line.cell.driver));
        StringBuilder table = new StringBuilder("| capability | " + String.join(" | ", drivers) + " |\n|---")
                .append("|---".repeat(drivers.size()))
                .append("|\n");
        Stream.concat(Arrays.stream(Capability.values()).map(Capability::name), Stream.of(FAULTS))
                .forEach(row -> {
                    table.append("| ").append(row).append(" |");
                    drivers.forEach(driver -> table.append(' ')
                            .append(cell(lines, new Cell(driver, row)))
                            .append(" |"));
                    table.append('\n');
                });
        table.append("\nSkipped:\n\n");
        lines.stream()
                .filter(line -> line.result.is("skipped"))
                .map(line -> "- %s, %s, `%s`: %s\n"
                        .formatted(line.cell.driver, line.cell.row, line.result.test, line.result.reason))
                .distinct()
                .sorted()
                .forEach(table::append);
        return table.toString();
    }

    private static String cell(List<Line> lines, Cell cell) {
        List<Result> results = lines.stream()
                .filter(line -> line.cell.equals(cell))
                .map(Line::result)
                .toList();
        return results.stream()
                .filter(result -> result.is(MISSING))
                .findFirst()
                .map(missing -> "– " + missing.reason)
                .orElseGet(() -> counts(results));
    }

    private static String counts(List<Result> results) {
        List<String> counts = new ArrayList<>();
        for (String how : List.of("green", "skipped", "failed")) {
            long count = results.stream().filter(result -> result.is(how)).count();
            if (count > 0) {
                counts.add(count + " " + how);
            }
        }
        return counts.isEmpty() ? "**not tried**" : String.join(", ", counts);
    }

    /** The folder of the whole build, or of this module where it is built alone. */
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve("parley")))
                .findFirst()
                .orElse(here);
    }
}
