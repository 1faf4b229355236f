package dev.parley.bench.instagram;

import dev.parley.bench.Benchmark;
import dev.parley.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The mobile driver beside two public clients doing the same calls against the same sandbox, each in a process of its own, in turns; and
 * the sandbox beside the HTTP server that it is made of; and the browser driver.
 */
public final class InstagramBenchmark implements Benchmark {

    private static final int AT_ONCE = 8;

    @Override
    public void run() throws Exception {
        try (BenchSandbox sandbox = BenchSandbox.start()) {
            List<Work.Target> targets = sandbox.targets();
            List<Party> parties = new Parties().all();
            calls(sandbox, parties, targets);
            memory(sandbox, parties, targets);
            new Ceiling(sandbox, new Work(sandbox.sessions("ceiling", 1), targets)).report();
            new Messages(sandbox).report();
        }
    }

    private static void calls(BenchSandbox sandbox, List<Party> parties, List<Work.Target> targets) throws Exception {
        var running = new ArrayList<OwnProcess>();
        try {
            for (Party party : parties) {
                running.add(start(sandbox, party, new Work(sandbox.sessions("calls", AT_ONCE), targets)));
            }
            new Calls(sandbox).compare(parties.stream().map(Party::name).toList(), running);
        } finally {
            for (OwnProcess process : running) {
                process.close();
            }
        }
    }

    private static void memory(BenchSandbox sandbox, List<Party> parties, List<Work.Target> targets) throws Exception {
        Report.title("Memory of %,d clients, each with an account, after a call".formatted(Memory.accounts()));
        double ours = 0;
        for (Party party : parties) {
            var work = new Work(sandbox.sessions("idle", Memory.accounts()), targets);
            try (OwnProcess process = start(sandbox, party, work)) {
                double heap = Memory.report(party.name(), process, ours);
                ours = ours == 0 ? heap : ours;
            }
        }
    }

    private static OwnProcess start(BenchSandbox sandbox, Party party, Work work) throws IOException {
        Path folder = Files.createTempDirectory("parley-bench");
        work.write(folder);
        return party.start(sandbox.address(), folder);
    }
}
