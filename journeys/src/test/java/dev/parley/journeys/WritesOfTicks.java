package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.testing.Tables;

/**
 * A witness inside the database: who wrote what to a bot's row, under which epoch. A node shows itself by the name of its
 * connections, so a write by a node that did not begin the epoch is one by a tick that had lost its bot.
 */
record WritesOfTicks(Tables tables) {

    WritesOfTicks install() {
        tables.change("""
                create table writes_of_ticks (account_id uuid, epoch bigint, begins boolean, node text);
                create function witness() returns trigger language plpgsql security definer as $$
                begin
                    insert into writes_of_ticks
                    values (new.account_id, new.epoch, new.epoch <> old.epoch, current_setting('application_name'));
                    return null;
                end
                $$;
                create trigger witness after update on bot_instances for each row
                    when (new.epoch <> old.epoch or new.last_action_at is distinct from old.last_action_at)
                    execute function witness();
                """);
        return this;
    }

    void expectNoneStale() {
        assertThat(tables.number("select count(*) from writes_of_ticks where not begins"))
                .as("witnessed outcomes")
                .isPositive();
        assertThat(tables.texts("""
                select format('%s wrote to %s under epoch %s of %s', wrote.node, account_id, epoch, began.node)
                from writes_of_ticks wrote join writes_of_ticks began using (account_id, epoch)
                where began.begins and wrote.node <> began.node""")).as("stale writes").isEmpty();
    }
}
