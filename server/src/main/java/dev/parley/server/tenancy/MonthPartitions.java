package dev.parley.server.tenancy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The partitions of tables that are kept by the month: of this month and the next, and of those that are over. */
final class MonthPartitions {

    private MonthPartitions() {}

    static void make(JdbcClient database) {
        database.sql("""
                select create_month_partition(partrelid::regclass, (date_trunc('month', now()) + ahead)::date)
                from pg_partitioned_table, unnest(array[interval '0', interval '1 month']) as ahead
                """).query(String.class).list();
    }

    /** Drops what is older than so many whole months; returns the names of what was dropped. */
    static List<String> dropOld(JdbcClient database, int keptMonths) {
        return database.sql("""
                select drop_old_months(kept_by_month::regclass, :months)
                from unnest(array['activity_logs', 'ended_actions']) as kept_by_month
                """)
                .param("months", keptMonths)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
