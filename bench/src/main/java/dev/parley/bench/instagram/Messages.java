package dev.parley.bench.instagram;

import dev.parley.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages through the browser driver, by few and by many accounts, beside a run that launches a browser for each message: in turns, the
 * median of the rounds, once both are warm. Accounts are signed in before; each message goes on with a conversation, another one than the account's last.
 * Accounts write strictly in turns. Where all may be open, each has been in all its conversations before; with more of them than may be open,
 * each message has to open its account first. All messages are looked up in the sandbox before anything is printed.
 */
final class Messages {

    private static final List<Case> CASES =
            List.of(new Case(1, 20), new Case(10, 20), new Case(50, 20), new Case(50, 50));
    private static final int ROUNDS = 3;
    private static final int EACH = Integer.getInteger("messages", 20);
    private static final int AT_ONCE = 4;

    /** Messages after which compiling disturbs no longer; those of a browser for each cost little but the browser's start. */
    private static final int WARMING = 60;

    private static final int NAIVE_WARMING = 4;

    /** As many as the driver runs by default. */
    private static final int BROWSERS = 2;

    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final double LEAST_RATIO = 10;
    private static final double MOST_OWN_MILLIS = 1000.0 / 3;
    private static final double MEBI = 1024.0 * 1024;

    private final BenchSandbox sandbox;

    /** @param most how many accounts the driver may have open: 20 by default */
    private record Case(int accounts, int most) {

        int open() {
            return Math.min(accounts, most);
        }

        int atOnce() {
            return Math.min(accounts, AT_ONCE);
        }

        /** Where all are open, each has been in all its conversations. */
        int before() {
            return accounts <= most ? Math.max(WARMING, accounts * Chats.EACH) : Math.max(WARMING, most);
        }

        /** Where all are open, each has its turn. */
        int perRound() {
            return accounts <= most ? Math.max(EACH, accounts) : EACH;
        }

        int browsers() {
            return Math.min(accounts, BROWSERS);
        }
    }

    Messages(BenchSandbox sandbox) {
        this.sandbox = sandbox;
    }

    void report() throws Exception {
        Chats chats = Chats.begin(sandbox, CASES.getLast().accounts());
        Path folder = Files.createTempDirectory("parley-bench");
        chats.write(folder);
        List<Long> empty = empty(folder);
        var truth = new SentTruth(sandbox, chats);
        var numbers = new BrowserRounds.Numbers();
        try (OwnProcess plain =
                party("a browser for each message", NaiveParty.class).start(sandbox.address(), folder)) {
            var naive = new BrowserRounds(plain, truth, numbers);
            naive.round(NAIVE_WARMING, 1, 1);
            for (Case each : CASES) {
                try (OwnProcess driver = driver(each).start(sandbox.address(), folder)) {
                    var ours = new BrowserRounds(driver, truth, numbers);
                    measure(ours, naive, each);
                    truth.check();
                    print(ours, naive, each, empty.get(each.browsers() - 1));
                }
            }
        }
    }

    private static Party driver(Case each) {
        return party("browser", BrowserParty.class).with(Integer.toString(each.most));
    }

    private static void measure(BrowserRounds ours, BrowserRounds naive, Case each) throws IOException {
        ours.round(each.before(), each.accounts, each.atOnce());
        ours.clear();
        naive.clear();
        for (int round = 0; round < ROUNDS; round++) {
            ours.round(each.perRound(), each.accounts, each.atOnce());
            naive.round(each.atOnce(), each.accounts, each.atOnce());
        }
    }

    private static void print(BrowserRounds ours, BrowserRounds naive, Case each, long empty) {
        Report.title(
                "Messages in a browser, accounts in turns: accounts %d, of them open %d, browsers %d, at once %d; %d rounds of %d"
                        .formatted(
                                each.accounts, each.open(), each.browsers(), each.atOnce(), ROUNDS, each.perRound()));
        double ratio = ours.perMinute() / naive.perMinute();
        Report.line(
                "%.0f messages per minute; a browser for each message %.0f; ratio %.1f (aim: at least %.0f: %s)",
                ours.perMinute(), naive.perMinute(), ratio, LEAST_RATIO, met(ratio >= LEAST_RATIO));
        processor("processor per message", ours.perMessage());
        processor("a browser for each message", naive.perMessage());
        double own = ours.perMessage().own();
        Report.line(
                "our own processor per message, without Chromium: %.0f ms (aim: at most %.0f: %s)",
                own, MOST_OWN_MILLIS, met(own <= MOST_OWN_MILLIS));
        memory(ours.process(), each, empty);
    }

    private static void processor(String what, Processor used) {
        Report.line(
                "%s: Java %.0f ms, Playwright's process %.0f ms, Chromium %.0f ms",
                what, used.java(), used.playwright(), used.chromium());
    }

    private static String met(boolean met) {
        return met ? "met" : "missed";
    }

    private static void memory(OwnProcess party, Case each, long empty) {
        double bytes = BrowserProcesses.browserBytes(party.pid());
        if (bytes == 0 || empty == 0) {
            Report.line("memory per account: not known, this user may not read what Linux counts of the browsers");
            return;
        }
        Report.line(
                "memory per open account %.1f MiB, per account %.1f MiB: Chromium's, %.0f MiB, without the %.0f MiB that it takes with none open",
                (bytes - empty) / each.open() / MEBI,
                (bytes - empty) / each.accounts / MEBI,
                bytes / MEBI,
                empty / MEBI);
    }

    /** The memory of one browser, of two, and so on, with nothing open in them. */
    private List<Long> empty(Path folder) throws IOException, InterruptedException {
        var bytes = new ArrayList<Long>();
        try (OwnProcess process = party("empty", EmptyBrowsers.class).start(sandbox.address(), folder)) {
            for (int browsers = 1; browsers <= BROWSERS; browsers++) {
                process.ask("one more", "open");
                Thread.sleep(SETTLING);
                bytes.add(BrowserProcesses.browserBytes(process.pid()));
            }
        }
        return bytes;
    }

    private static Party party(String name, Class<?> main) {
        return Party.java(name, List.of(), System.getProperty("java.class.path"), main);
    }
}
