package dev.parley.server.bot;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much there is to do for all nodes together, in numbers only. */
@Repository
public class Workload {

    private static final double MILLIS = 1000.0;

    private final JdbcClient jdbc;

    Workload(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        gauge("parley.queue.due", Queue::due)
                .description("Bots that are due on all nodes and wait for a place")
                .register(meters);
        gauge("parley.queue.lag", queue -> queue.lag().toMillis() / MILLIS)
                .description("How long the first of them has been waiting")
                .baseUnit("seconds")
                .register(meters);
    }

    private Gauge.Builder<Workload> gauge(String name, ToDoubleFunction<Queue> number) {
        return Gauge.builder(name, this, workload -> workload.measured(number));
    }

    /** No number while the database is away. */
    private double measured(ToDoubleFunction<Queue> number) {
        try {
            return number.applyAsDouble(queue());
        } catch (DataAccessException unavailable) {
            return Double.NaN;
        }
    }

    /**
     * @param due how many bots wait for a free place
     * @param lag for how long the first of them has been waiting
     */
    public record Queue(long due, Duration lag) {}

    public Queue queue() {
        return jdbc.sql("""
                select count(*) as due,
                    coalesce(extract(epoch from clock_timestamp() - min(execution_time)), 0) as seconds
                from scheduled_tasks
                where picked = false and execution_time <= clock_timestamp() and task_name = :task
                """)
                .param("task", Schedule.TASK)
                .query((row, n) ->
                        new Queue(row.getLong("due"), Duration.ofMillis((long) (row.getDouble("seconds") * MILLIS))))
                .single();
    }

    public long bots() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = :task")
                .param("task", Schedule.TASK)
                .query(Long.class)
                .single();
    }

    /** How many bots are at work just now, by the node that holds them. */
    public Map<UUID, Integer> heldByNode() {
        var held = new HashMap<UUID, Integer>();
        jdbc.sql("""
                select picked_by, count(*) as bots from scheduled_tasks
                where picked = true and task_name = :task group by picked_by
                """).param("task", Schedule.TASK).query(row -> {
            held.put(UUID.fromString(row.getString("picked_by")), row.getInt("bots"));
        });
        return held;
    }
}
