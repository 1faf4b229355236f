package dev.parley.server.quota;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.quota.Allowance.Left;
import dev.parley.server.quota.Allowance.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which limits are in force for accounts of the bound workspace, whose they are, and what is left of them. */
@Repository
class Allowances {

    private final JdbcClient jdbc;

    Allowances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one action. */
    Left of(AccountId account, UserId user, String action) {
        return of(List.of(account), List.of(user), action).getFirst().getFirst();
    }

    /**
     * Of all actions, for each of the accounts in turn.
     *
     * @param accounts null stands for one that has done nothing yet
     * @param users whose the accounts are, in the same order
     */
    List<List<Left>> of(List<? extends @Nullable AccountId> accounts, List<UserId> users) {
        return of(accounts, users, null);
    }

    /** Of equally low limits, the one of most accounts counts: {@link LimitedBy} has them in this order. */
    private List<List<Left>> of(
            List<? extends @Nullable AccountId> accounts, List<UserId> users, @Nullable String action) {
        var left = new ArrayList<List<Left>>();
        accounts.forEach(account -> left.add(new ArrayList<>()));
        jdbc.sql("""
                with wanted as (
                    select n, account, owner
                    from unnest(:accounts::uuid[], :users::uuid[]) with ordinality as wanted (account, owner, n)),
                sources as (
                    select n, account, action, per_hour, per_day, case when user_id is null then 0 else 1 end as source
                    from wanted join daily_limits on user_id is null or user_id = owner
                    union all
                    select n, account, action, per_hour, per_day, case when account_id is null then 2 else 3 end
                    from wanted join workspace_limits on account_id is null or account_id = account),
                limits as (
                    select n, account, action,
                           min(per_hour) as hour_limit, (array_agg(source order by per_hour, source))[1] as hour_source,
                           min(per_day) as day_limit, (array_agg(source order by per_day, source))[1] as day_source
                    from sources
                    where :action::text is null or action = :action
                    group by n, account, action),
                counted as (
                    select limits.*,
                           coalesce(sum(used) filter (where minute > clock_timestamp() - interval '61 minutes'), 0) as hour_used,
                           coalesce(sum(used), 0) as day_used
                    from limits
                    left join quota_ledger ledger
                           on ledger.account_id = account and ledger.action = limits.action
                          and minute > clock_timestamp() - interval '1441 minutes'
                    group by n, account, limits.action, hour_limit, hour_source, day_limit, day_source)
                select counted.*,
                       case when hour_used >= hour_limit then (
                           select min(minute) + interval '61 minutes'
                           from (select minute, sum(used) over (order by minute desc) - used as used_after
                                 from quota_ledger
                                 where account_id = account and action = counted.action
                                   and minute > clock_timestamp() - interval '61 minutes') as minutes
                           where used_after < hour_limit) end as hour_opens_at,
                       case when day_used >= day_limit then (
                           select min(minute) + interval '1441 minutes'
                           from (select minute, sum(used) over (order by minute desc) - used as used_after
                                 from quota_ledger
                                 where account_id = account and action = counted.action
                                   and minute > clock_timestamp() - interval '1441 minutes') as minutes
                           where used_after < day_limit) end as day_opens_at
                from counted
                order by n, action
                """)
                .param(
                        "accounts",
                        accounts.stream()
                                .map(account -> account == null ? null : account.value())
                                .toArray(UUID[]::new))
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .param("action", action)
                .query(row -> {
                    left.get(row.getInt("n") - 1)
                            .add(new Left(row.getString("action"), window(row, "hour"), window(row, "day")));
                });
        return left;
    }

    private static Window window(ResultSet row, String span) throws SQLException {
        var opensAt = row.getObject(span + "_opens_at", OffsetDateTime.class);
        return new Window(
                row.getInt(span + "_limit"),
                LimitedBy.values()[row.getInt(span + "_source")],
                row.getInt(span + "_used"),
                opensAt == null ? null : opensAt.toInstant());
    }
}
