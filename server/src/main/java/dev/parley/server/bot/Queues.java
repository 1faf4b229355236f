package dev.parley.server.bot;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.server.core.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits in the queues of several bots, for people to read. */
@Repository
public class Queues {

    private final JdbcClient jdbc;
    private final ActionRows rows;

    Queues(JdbcClient jdbc, ActionRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** What each bot might do next: the first to look after, and the first of each lane. */
    Map<AccountId, List<Action>> headsOf(Collection<AccountId> accounts) {
        return jdbc.sql("""
                select head.*
                from unnest(:accounts::uuid[]) as wanted (account) cross join lateral (
                    (select * from bot_actions where account_id = account and state = 'executing' order by look_at limit 1)
                    union all
                    select first.*
                    from generate_series(0, 2) as lanes (n) cross join lateral (
                        select * from bot_actions
                        where account_id = account and state = 'queued' and lane = lanes.n
                        order by due_at, id limit 1) first) head
                """).param("accounts", AccountId.values(accounts)).query(rows::read).stream()
                .collect(groupingBy(Action::account));
    }

    /** How those of the actions stand that have not ended. */
    public Map<UUID, Standing> standingsOf(Collection<UUID> actions) {
        var standings = new HashMap<UUID, Standing>();
        if (!actions.isEmpty()) {
            jdbc.sql("select id, state, due_at, wait_reason from bot_actions where id = any(:actions)")
                    .param("actions", actions.toArray(UUID[]::new))
                    .query(row -> {
                        standings.put(row.getObject("id", UUID.class), standing(row));
                    });
        }
        return standings;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getString("state").equals("executing"),
                Times.required(row, "due_at"),
                row.getString("wait_reason"));
    }

    /** The actions of these kinds in the workspace that have begun, and of which it is not known how they ended. */
    public List<UUID> executing(Collection<String> kinds) {
        return jdbc.sql("select id from bot_actions where state = 'executing' and kind = any(:kinds)")
                .param("kinds", kinds.toArray(String[]::new))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /**
     * How an action stands.
     *
     * @param executing whether it has begun
     * @param waitReason why it waits until {@code dueAt}, or null
     */
    public record Standing(
            boolean executing, Instant dueAt, @Nullable String waitReason) {}

    /** How many actions wait, of those accounts of which any does. */
    Map<AccountId, Integer> queuedOf(Collection<AccountId> accounts) {
        var queued = new HashMap<AccountId, Integer>();
        jdbc.sql("select account_id, count(*) from bot_actions where account_id = any(:accounts) group by account_id")
                .param("accounts", AccountId.values(accounts))
                .query(row -> {
                    queued.put(new AccountId(row.getObject(1, UUID.class)), row.getInt(2));
                });
        return queued;
    }
}
