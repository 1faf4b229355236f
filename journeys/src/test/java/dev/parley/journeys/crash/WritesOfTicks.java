package dev.parley.journeys.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.crash.StrikeTally.Loss;
import dev.parley.journeys.testing.Tables;
import java.time.Duration;
import java.util.List;

/**
 * A witness inside the database: who picked a bot, and who wrote what to its row, under which epoch. A node shows itself by the name
 * of its connections, so a write by a node that did not begin the epoch is one by a tick that had lost its bot.
 */
record WritesOfTicks(Tables tables) {

    private static final Duration CALLED_DEAD = Duration.ofSeconds(8);

    WritesOfTicks install() {
        tables.change("""
                create table writes_of_ticks (
                    account_id uuid, epoch bigint, what text, node text default current_setting('application_name'),
                    at timestamptz default clock_timestamp());
                create index on writes_of_ticks (account_id, epoch);
                create function witness_bot() returns trigger language plpgsql security definer as $$
                begin
                    insert into writes_of_ticks (account_id, epoch, what)
                    values (new.account_id, new.epoch, case when new.epoch = old.epoch then 'outcome' else 'beginning' end);
                    return null;
                end
                $$;
                create trigger witness after update on bot_instances for each row
                    when (new.epoch <> old.epoch or new.last_action_at is distinct from old.last_action_at)
                    execute function witness_bot();
                create function witness_lease() returns trigger language plpgsql security definer as $$
                begin
                    insert into writes_of_ticks (account_id, epoch, what)
                    values (new.task_instance::uuid, new.version, case when new.picked then 'pick' else 'giving back' end);
                    return null;
                end
                $$;
                create trigger witness after update on scheduled_tasks for each row
                    when (new.task_name = 'bot' and (new.picked <> old.picked or new.version <> old.version))
                    execute function witness_lease();
                """);
        return this;
    }

    /**
     * How long after a node fell silent each bot that it was working for was picked again. What it had sent before it fell silent may
     * still give a bot back, and nobody has to take that one over.
     */
    List<Duration> takeovers(Loss loss) {
        return tables.rows(
                """
                with last as (
                    select distinct on (account_id) account_id, what, node
                    from writes_of_ticks
                    where at < '%1$s' and what in ('pick', 'giving back')
                    order by account_id, at desc),
                next as (
                    select distinct on (account_id) account_id, next.what, next.node, next.at - '%1$s' as took
                    from last join writes_of_ticks next using (account_id)
                    where last.what = 'pick' and last.node = '%2$s'
                      and next.at > '%1$s' and (next.what = 'pick' or next.what = 'giving back' and next.node = last.node)
                    order by account_id, next.at)
                select (extract(epoch from took) * 1000)::bigint from next
                where what = 'pick' or took > interval '%3$d seconds'""".formatted(loss.at(), loss.node().replace("server", "parley"), CALLED_DEAD.toSeconds()),
                row -> Duration.ofMillis(row.getLong(1)));
    }

    void expectNoneStale() {
        assertThat(tables.number("select count(*) from writes_of_ticks where what = 'outcome'"))
                .as("witnessed outcomes")
                .isPositive();
        assertThat(tables.texts("""
                select distinct format('%s wrote to %s under epoch %s of %s', wrote.node, account_id, epoch, began.node)
                from writes_of_ticks wrote join writes_of_ticks began using (account_id, epoch)
                where wrote.what = 'outcome' and began.what = 'beginning' and wrote.node <> began.node""")).as(this::history).isEmpty();
    }

    /** All that was written to the bots with a stale write. */
    private String history() {
        return String.join("\n", tables.texts("""
                select format('%s %s: %s under epoch %s by %s', at, account_id, what, epoch, node)
                from writes_of_ticks
                where account_id in (
                    select account_id
                    from writes_of_ticks wrote join writes_of_ticks began using (account_id, epoch)
                    where wrote.what = 'outcome' and began.what = 'beginning' and wrote.node <> began.node)
                order by account_id, at"""));
    }
}
