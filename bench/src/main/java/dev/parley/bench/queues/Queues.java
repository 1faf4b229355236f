package dev.parley.bench.queues;

import dev.parley.cli.instance.DatabaseAddress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All peers, one after the other, on one PostgreSQL. */
public record Queues(DatabaseAddress superuser) {

    private static final List<Queue> ALL =
            List.of(new DbSchedulerQueue(), new JobRunrQueue(), NodeQueue.GRAPHILE_WORKER, NodeQueue.PG_BOSS);

    /** By name, in the order in which they ran. */
    public Map<String, Double> jobsPerSecond(int jobs) throws Exception {
        var rates = new LinkedHashMap<String, Double>();
        for (var queue : ALL) {
            rates.put(queue.toString(), queue.jobsPerSecond(newDatabase(queue), jobs));
        }
        return rates;
    }

    private DatabaseAddress newDatabase(Queue queue) throws SQLException {
        var name = "queue_" + queue.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "_");
        try (var connection = DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new DatabaseAddress(superuser.host(), superuser.port(), name, superuser.user(), superuser.password());
    }
}
