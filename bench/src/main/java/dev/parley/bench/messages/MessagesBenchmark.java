package dev.parley.bench.messages;

import dev.parley.bench.BenchInstance;
import dev.parley.bench.Benchmark;
import dev.parley.bench.JsonCalls;
import dev.parley.bench.SignedUpPeople;
import java.util.Map;

/** Messages per second by each driver, beside the engine and beside a small service of Node.js; the history; the inbox. */
public final class MessagesBenchmark implements Benchmark {

    @Override
    public void run() throws Exception {
        try (var instance = BenchInstance.start(
                Map.of("maintenance_work_mem", "1GB", "max_wal_size", "8GB"),
                "--parley.bot.divisor=0",
                "--parley.inbox.polling=false",
                "--parley.rate.signed-in=1000000")) {
            var token = new SignedUpPeople(instance, "writer", 1).token();
            var parley = JsonCalls.to(instance.address()).withToken(token);
            new Sending(instance, parley).report();
            new InboxPage(instance, parley).report();
            new History(instance, parley).report();
        }
    }
}
