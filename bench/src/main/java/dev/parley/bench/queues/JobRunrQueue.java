package dev.parley.bench.queues;

import static org.jobrunr.server.BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration;

import dev.parley.cli.instance.DatabaseAddress;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.scheduling.BackgroundJob;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;

/** With the shortest interval between two looks that it allows. */
public final class JobRunrQueue implements Queue {

    private static final int SHORTEST_INTERVAL = 5;

    private static CountDownLatch left = new CountDownLatch(0);

    @Override
    public String toString() {
        return "JobRunr";
    }

    /** Called by it, by its name. */
    public static void nothing(Integer n) {
        left.countDown();
    }

    @Override
    public double jobsPerSecond(DatabaseAddress database, int jobs) throws InterruptedException {
        left = new CountDownLatch(jobs);
        try (var pool = QueuePool.of(database)) {
            var storage = new PostgresStorageProvider(pool);
            JobRunr.configure().useStorageProvider(storage).initialize();
            BackgroundJob.enqueue(IntStream.range(0, jobs).boxed(), n -> nothing(n));
            var began = System.nanoTime();
            JobRunr.configure()
                    .useStorageProvider(storage)
                    .useBackgroundJobServer(usingStandardBackgroundJobServerConfiguration()
                            .andPollIntervalInSeconds(SHORTEST_INTERVAL)
                            .andWorkerCount(AT_ONCE))
                    .initialize();
            left.await();
            var seconds = (System.nanoTime() - began) / 1e9;
            JobRunr.destroy();
            return jobs / seconds;
        }
    }
}
