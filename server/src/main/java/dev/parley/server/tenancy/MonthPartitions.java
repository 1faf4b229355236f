package dev.parley.server.tenancy;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The partitions of this month and the next, for every table that is kept by the month. */
final class MonthPartitions {

    private MonthPartitions() {}

    static void make(JdbcClient database) {
        database.sql("""
                select create_month_partition(partrelid::regclass, (date_trunc('month', now()) + ahead)::date)
                from pg_partitioned_table, unnest(array[interval '0', interval '1 month']) as ahead
                """).query(String.class).list();
    }
}
