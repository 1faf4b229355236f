package dev.parley.server.conversation;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Columns;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each account's inbox was read, and by which action it is read next. In the bound workspace. */
@Repository
class Readings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Readings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param action that reads it next, or did last; null where there was none
     * @param everRead whether it was read to its end at any time
     * @param quiet in how many readings in a row nothing was heard
     */
    record Reading(@Nullable UUID action, boolean everRead, int quiet) {

        static final Reading NEVER = new Reading(null, false, 0);
    }

    Reading of(AccountId account) {
        return jdbc.sql(
                        "select action_id, read_at is not null as ever_read, quiet from inbox_readings where account_id = :account")
                .param("account", account.value())
                .query((row, n) -> new Reading(
                        row.getObject("action_id", UUID.class), row.getBoolean("ever_read"), row.getInt("quiet")))
                .optional()
                .orElse(Reading.NEVER);
    }

    /** The action that reads it next. */
    void next(AccountId account, UUID action) {
        jdbc.sql("""
                insert into inbox_readings (account_id, workspace_id, action_id)
                values (:account, current_workspace(), :action)
                on conflict (account_id) do update set action_id = excluded.action_id
                """).param("account", account.value()).param("action", action).update();
    }

    /** It was read to its end; returns in how many readings in a row nothing was heard. */
    int ended(AccountId account, boolean anythingHeard) {
        return jdbc.sql("""
                insert into inbox_readings as reading (account_id, workspace_id, read_at)
                values (:account, current_workspace(), :now)
                on conflict (account_id) do update
                set read_at = excluded.read_at, quiet = case when :heard then 0 else reading.quiet + 1 end
                returning quiet
                """)
                .param("account", account.value())
                .param("now", Columns.of(clock.instant()))
                .param("heard", anythingHeard)
                .query((row, n) -> row.getInt(1))
                .single();
    }
}
