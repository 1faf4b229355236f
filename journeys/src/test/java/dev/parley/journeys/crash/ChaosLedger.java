package dev.parley.journeys.crash;

import dev.parley.cli.instance.Home;
import dev.parley.journeys.crash.Strikes.Strike;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The row of a run in {@code docs/chaos.md}, whatever came of it: printed, and with {@code -Dledger} kept. */
final class ChaosLedger {

    private static final int REASON = 120;

    private ChaosLedger() {}

    /**
     * What happened in a run.
     *
     * @param takeovers how long bots were without a node, the shortest first
     */
    record Figures(StrikeTally tally, int effects, List<Duration> takeovers) {

        /** In seconds. */
        String takeover(double share) {
            return takeovers.isEmpty()
                    ? "–"
                    : "%.1f"
                            .formatted(takeovers
                                            .get((int) (share * (takeovers.size() - 1)))
                                            .toMillis()
                                    / 1000.0);
        }
    }

    static void keep(ChaosSize size, long seed, Supplier<Figures> figures, Runnable run) {
        try {
            run.run();
        } catch (RuntimeException | Error failed) {
            write(row(size, seed, figures.get(), "failed: " + firstLine(failed)));
            throw failed;
        }
        write(row(size, seed, figures.get(), "all right"));
    }

    private static String row(ChaosSize size, long seed, Figures figures, String outcome) {
        var tally = figures.tally();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %,d | %,d | %d | %d | %d | %d | %d | %s / %s (%d) | %s |",
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("commit", "–"),
                seed,
                size.nodes(),
                size.bots(),
                figures.effects(),
                tally.of(Strike.NODE_KILLED),
                tally.of(Strike.OTHER_NODE_PAUSED),
                tally.of(Strike.DATABASE_KILLED, Strike.DATABASE_RESTARTED),
                tally.of(Strike.CONNECTIONS_CUT),
                tally.of(Strike.CONNECTIONS_DELAYED, Strike.CONNECTIONS_HELD),
                figures.takeover(0.5),
                figures.takeover(1),
                figures.takeovers().size(),
                outcome);
    }

    private static String firstLine(Throwable failed) {
        var said =
                String.valueOf(failed.getMessage()).strip().lines().findFirst().orElse("");
        return said.substring(0, Math.min(REASON, said.length())).replace("|", "/");
    }

    private static void write(String row) {
        System.out.println(row);
        if (!Boolean.getBoolean("ledger")) {
            return;
        }
        try {
            Files.writeString(Home.find().root().resolve("docs/chaos.md"), row + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
