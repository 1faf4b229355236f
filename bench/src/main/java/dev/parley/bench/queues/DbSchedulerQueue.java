package dev.parley.bench.queues;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.parley.cli.instance.DatabaseAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine itself is built on. */
final class DbSchedulerQueue implements Queue {

    private static final String TABLE = """
            create table scheduled_tasks (
                task_name text not null, task_instance text not null, task_data bytea, execution_time timestamptz not null,
                picked boolean not null, picked_by text, last_success timestamptz, last_failure timestamptz,
                consecutive_failures int, last_heartbeat timestamptz, version bigint not null, priority smallint,
                primary key (task_name, task_instance));
            create index on scheduled_tasks (execution_time);
            create index on scheduled_tasks (last_heartbeat);
            """;

    @Override
    public String toString() {
        return "db-scheduler";
    }

    @Override
    public double jobsPerSecond(DatabaseAddress database, int jobs) throws InterruptedException {
        try (var pool = QueuePool.of(database)) {
            JdbcClient.create(pool).sql(TABLE).update();
            return drained(pool, jobs);
        }
    }

    private static double drained(DataSource pool, int jobs) throws InterruptedException {
        var left = new CountDownLatch(jobs);
        var task = Tasks.oneTime("empty").execute((_, _) -> left.countDown());
        var scheduler = Scheduler.create(pool, task)
                .threads(AT_ONCE)
                .pollUsingLockAndFetch(1, 4)
                .pollingInterval(Duration.ofSeconds(1))
                .build();
        scheduler.scheduleBatch(
                IntStream.range(0, jobs).<TaskInstance<?>>mapToObj(n -> task.instance(Integer.toString(n))),
                Instant.now());
        var began = System.nanoTime();
        scheduler.start();
        left.await();
        var seconds = (System.nanoTime() - began) / 1e9;
        scheduler.stop();
        return jobs / seconds;
    }
}
