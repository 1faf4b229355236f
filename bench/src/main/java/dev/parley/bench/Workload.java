package dev.parley.bench;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follows, put straight into the queues of bots, as jobs that have found their people already. */
public final class Workload {

    private static final int LARGEST_JOB = 1000;

    /** Seldom, for each look reads the queue and what is left of those who were in it. */
    private static final long LOOK_NANOS = Duration.ofMillis(500).toNanos();

    /** Nothing that is spread over some time is due before all of it is in its queue. */
    private static final Duration LEAD = Duration.ofSeconds(5);

    private final JdbcClient owner;
    private int stage;

    public Workload(JdbcClient owner) {
        this.owner = owner;
        // ordered by time, as those that the server makes
        owner.sql("""
                create or replace function bench_id(of text) returns uuid language sql
                    return overlay(md5(of) placing lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') from 1)::uuid
                """).update();
    }

    public void liftLimits() {
        owner.sql("update daily_limits set per_hour = 1000000000, per_day = 1000000000")
                .update();
    }

    public void startBots(int count) {
        owner.sql("""
                update bot_instances set started = true
                where id in (select id from bot_instances order by created_at, id limit :count)
                """).param("count", count).update();
    }

    /** For the first so many bots. */
    public void queue(int bots, int perBot, Duration within) {
        queue(Bots.first(bots), perBot, within);
    }

    /**
     * Follows of people that these accounts do not follow yet.
     *
     * @param within zero if all are due at once, else they are due at random moments of a time as long, which begins a little later
     */
    public void queue(Bots whose, int perBot, Duration within) {
        stage++;
        owner.sql("""
                create temporary table workload on commit preserve rows as
                with numbered as (
                    select row_number() over (order by created_at, id) as n, * from bot_instances),
                bot as materialized (
                    select * from numbered
                    where n between :first and :last and (not :resting or exists (
                        select from scheduled_tasks t
                        where t.task_name = 'bot' and t.task_instance = account_id::text and not t.picked
                          and t.execution_time > now() + interval '1 year'))),
                person as (
                    select row_number() over (order by id) as n, * from bench_people),
                chosen as (
                    select bot.workspace_id, bot.user_id, bot.account_id, bot.account_name, seq,
                           (bot.n * 7919 + given + seq) % (select count(*) from person) + 1 as person_n
                    from bot cross join lateral (
                        select coalesce(sum(amount), 0) as given from jobs where jobs.account_id = bot.account_id) before,
                    generate_series(0, :perBot - 1) seq)
                select c.*, p.id as person_id, p.username,
                       bench_id(account_id::text || :stage || (seq / :largest)) as job_id,
                       now() + make_interval(secs => :lead + random() * :within) as due_at
                from chosen c join person p on p.n = c.person_n
                """)
                .param("stage", stage)
                .param("first", whose.first)
                .param("last", whose.last)
                .param("resting", whose.resting)
                .param("perBot", perBot)
                .param("largest", LARGEST_JOB)
                .param("lead", within.isZero() ? 0.0 : LEAD.toMillis() / 1000.0)
                .param("within", within.toMillis() / 1000.0)
                .update();
        owner.sql("""
                insert into jobs (id, workspace_id, user_id, account_id, account_name, kind, hashtag, amount, state, under_way,
                    exhausted, correlation_id, started_at)
                select job_id, workspace_id, user_id, account_id, account_name, 'follow-hashtag', 'bench', count(*), 'running', count(*), true,
                    'bench', now()
                from workload group by 1, 2, 3, 4, 5
                """).update();
        owner.sql("""
                insert into job_targets (job_id, instagram_user_id, workspace_id, position, username, state)
                select job_id, person_id, workspace_id, seq, username, 'queued' from workload
                """).update();
        owner.sql("""
                insert into bot_actions (id, workspace_id, account_id, lane, kind, due_at, job_id, target_id, target, user_id,
                    correlation_id)
                select bench_id(gen_random_uuid()::text), workspace_id, account_id, 2, 'follow', due_at, job_id, person_id, username, user_id,
                    'bench'
                from workload
                """).update();
        if (!whose.resting) {
            owner.sql("analyze bot_actions, job_targets, jobs").update();
        }
    }

    public void begin() {
        owner.sql("""
                update scheduled_tasks t set execution_time = w.due_at
                from (select account_id::text, min(due_at) as due_at from workload group by 1) w
                where t.task_name = 'bot' and t.task_instance = w.account_id
                """).update();
        owner.sql("drop table workload").update();
    }

    /** Waits until every queue is empty. */
    public void awaitEnd() {
        while (owner.sql("select exists (select from bot_actions)")
                .query(Boolean.class)
                .single()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    public OffsetDateTime now() {
        return owner.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
    }

    public Duration until(OffsetDateTime since) {
        return Duration.between(
                since,
                owner.sql("select max(created_at) from activity_logs where action = 'follow'")
                        .query(OffsetDateTime.class)
                        .single());
    }

    /** Some of the bots, in the order in which they were made. */
    public record Bots(int first, int last, boolean resting) {

        public static Bots first(int count) {
            return new Bots(1, count, false);
        }

        public static Bots after(int first, int count) {
            return new Bots(first + 1, first + count, false);
        }

        /** Those of the first so many that have nothing to do. */
        public static Bots idle(int count) {
            return new Bots(1, count, true);
        }
    }
}
