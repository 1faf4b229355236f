package dev.parley.bench.queues;

import dev.parley.cli.instance.DatabaseAddress;

/** A job queue in PostgreSQL, used as its makers show it, with a database to itself. */
public interface Queue {

    /** As many at a time as pgbench has clients. */
    int AT_ONCE = 8;

    /** Its name. */
    @Override
    String toString();

    /** From the moment its worker starts until the last of so many empty jobs, queued before, has run. */
    double jobsPerSecond(DatabaseAddress database, int jobs) throws Exception;
}
