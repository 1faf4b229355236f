package dev.parley.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** How much processor time the processes have used so far. */
record CpuUse(Duration server, Duration sandbox, Duration database) {

    static CpuUse now(long sandbox, long postgres) {
        return new CpuUse(
                of(ProcessHandle.current()),
                ProcessHandle.of(sandbox).map(CpuUse::of).orElse(Duration.ZERO),
                ProcessHandle.of(postgres).stream()
                        .flatMap(main -> Stream.concat(Stream.of(main), main.descendants()))
                        .map(CpuUse::of)
                        .reduce(Duration.ZERO, Duration::plus));
    }

    CpuUse since(CpuUse before) {
        return new CpuUse(server.minus(before.server), sandbox.minus(before.sandbox), database.minus(before.database));
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
