package dev.parley.bench.queues;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.cli.instance.DatabaseAddress;

/** Connections for a queue that is written in Java: one for each job under way, and a few for the queue itself. */
final class QueuePool {

    private static final int OWN = 4;

    private QueuePool() {}

    static HikariDataSource of(DatabaseAddress database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(Queue.AT_ONCE + OWN);
        return new HikariDataSource(config);
    }
}
