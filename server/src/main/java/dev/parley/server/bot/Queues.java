package dev.parley.server.bot;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.server.core.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits in the queues of several bots, for people to read. */
@Repository
class Queues {

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
