package dev.parley.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the database's time goes, by {@code pg_stat_statements}, which counts only when told to: counting costs. */
final class Statements {

    private static final int SHOWN = 12;
    private static final int WIDTH = 110;

    private final JdbcClient owner;

    Statements(JdbcClient owner) {
        this.owner = owner;
    }

    void prepare() {
        owner.sql("create extension pg_stat_statements").update();
        track("none");
    }

    /** What the server's role says to the database; what the database does by itself is not counted. */
    long calls() {
        return owner.sql("select coalesce(sum(calls), 0) from pg_stat_statements where userid = 'parley_app'::regrole")
                .query(Long.class)
                .single();
    }

    void count() {
        track("all");
        owner.sql("select pg_stat_statements_reset()").query().singleValue();
    }

    void countNoMore() {
        track("none");
    }

    /** The most expensive statements, their cost spread over so many actions. */
    void report(double actions) {
        owner.sql("""
                select calls, total_exec_time, mean_exec_time, total_plan_time, regexp_replace(query, '\\s+', ' ', 'g')
                from pg_stat_statements where userid = 'parley_app'::regrole
                order by total_exec_time + total_plan_time desc limit :shown
                """)
                .param("shown", SHOWN)
                .query((row, n) -> {
                    var text = row.getString(5);
                    Report.line(
                            "%6.1f µs per action: %.2f times %.1f µs, and %.1f µs of planning  %s",
                            row.getDouble(2) * 1000 / actions,
                            row.getLong(1) / actions,
                            row.getDouble(3) * 1000,
                            row.getDouble(4) * 1000 / actions,
                            text.substring(0, Math.min(WIDTH, text.length())));
                    return n;
                })
                .list();
        Report.line("%6.1f µs per action: all of them", total("total_exec_time") * 1000 / actions);
        Report.line("%6.1f µs per action: planning them", total("total_plan_time") * 1000 / actions);
    }

    private double total(String column) {
        return owner.sql("select sum(" + column + ") from pg_stat_statements where userid = 'parley_app'::regrole")
                .query(Double.class)
                .single();
    }

    private void track(String which) {
        owner.sql("alter system set pg_stat_statements.track = '" + which + "'").update();
        owner.sql("alter system set pg_stat_statements.track_planning = on").update();
        owner.sql("select pg_reload_conf()").query(Boolean.class).single();
    }
}
