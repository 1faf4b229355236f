package dev.parley.bench.load;

import dev.parley.bench.Report;
import dev.parley.bench.Workload;
import dev.parley.bench.Workload.Bots;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long those of a small workspace wait from when they are due until it is done, while another has a hundred thousand actions due. */
final class SmallWorkspace {

    static final int BOTS = 50;

    private static final int HUGE = 1_000;
    private static final int DUE = 200_000;
    private static final int ROUNDS = 4;
    private static final Duration ROUND = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final JdbcClient owner;
    private final Workload workload;
    private final Bots small;
    private final Bots huge;

    /** @param others how many bots are before those of the small one */
    SmallWorkspace(JdbcClient owner, Workload workload, int others) {
        this.owner = owner;
        this.workload = workload;
        this.small = Bots.after(others, BOTS);
        this.huge = Bots.first(Math.min(HUGE, others));
    }

    void report() {
        owner.sql("create table bench_due (job_id uuid primary key, due_at timestamptz not null)")
                .update();
        rounds();
        var alone = rounds();
        workload.queue(huge, DUE / huge.last(), Duration.ZERO);
        workload.begin();
        var beside = rounds();
        var left =
                owner.sql("select count(*) from bot_actions").query(Long.class).single();
        Report.title("%d bots of a small workspace, each due %d times; another workspace has %,d actions due"
                .formatted(BOTS, ROUNDS, DUE));
        Report.line(
                "p99 from due to done: alone %.0f ms, beside the other %.0f ms; ratio %.2f (%,d of the other's were still due at the end)",
                alone, beside, beside / alone, left);
        workload.awaitEnd();
    }

    /** The 99th percentile, in milliseconds. */
    private double rounds() {
        owner.sql("truncate bench_due").update();
        for (var n = 0; n < ROUNDS; n++) {
            workload.queue(small, 1, ROUND);
            owner.sql("insert into bench_due select job_id, due_at from workload")
                    .update();
            workload.begin();
            awaitSmall();
        }
        return owner.sql("""
                select percentile_cont(0.99) within group (order by extract(epoch from created_at - due_at)) * 1000
                from activity_logs join bench_due on job_id::text = metadata ->> 'job_id'
                where action = 'follow'
                """).query(Double.class).single();
    }

    private void awaitSmall() {
        while (owner.sql("select exists (select from bot_actions join bench_due using (job_id))")
                .query(Boolean.class)
                .single()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
