package dev.parley.server.quota;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.quota.Allowance.Left;
import dev.parley.server.quota.Allowance.Window;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
        return read(List.of(account), List.of(user), action)
                .getFirst()
                .actions()
                .getFirst();
    }

    /**
     * Of all actions, for each of the accounts in turn.
     *
     * @param accounts null stands for one that has done nothing yet
     * @param users whose the accounts are, in the same order
     */
    List<Allowance> of(List<? extends @Nullable AccountId> accounts, List<UserId> users) {
        return accounts.isEmpty() ? List.of() : read(accounts, users, null);
    }

    /** The rows of an account are next to each other, and so are those of an action: its day, and its hour. */
    private List<Allowance> read(
            List<? extends @Nullable AccountId> accounts, List<UserId> users, @Nullable String action) {
        var rows = rows(accounts, users, action);
        var perAccount = rows.size() / accounts.size();
        return IntStream.range(0, accounts.size())
                .mapToObj(n -> allowance(accounts.get(n), rows.subList(n * perAccount, (n + 1) * perAccount)))
                .toList();
    }

    private static Allowance allowance(@Nullable AccountId account, List<Row> rows) {
        var actions = IntStream.range(0, rows.size() / 2)
                .mapToObj(n -> new Left(
                        rows.get(2 * n).action(),
                        rows.get(2 * n + 1).window(),
                        rows.get(2 * n).window()))
                .toList();
        return new Allowance(account, rows.getFirst().warmUp(), actions);
    }

    private record Row(
            String action, Window window, @Nullable WarmUp warmUp) {}

    /**
     * Of equally low limits, the one of most accounts counts: {@link LimitedBy} has them in this order. A window opens where enough of
     * its minutes do not count any more, or less than that once a warm-up has let the limit grow.
     */
    private List<Row> rows(List<? extends @Nullable AccountId> accounts, List<UserId> users, @Nullable String action) {
        return jdbc.sql("""
                with wanted as (
                    select n, account, owner, began_at, clock_timestamp() as now,
                           case when began_at is not null
                               then 1 + greatest(0, extract(epoch from clock_timestamp() - began_at))::int / 604800 end as week
                    from unnest(:accounts::uuid[], :users::uuid[]) with ordinality as wanted (account, owner, n)
                    left join warm_ups on account_id = account and not waived),
                warming as (
                    select wanted.*, coalesce(percents[week], 100) as percent, coalesce(percents[week + 1], 100) as next_percent,
                           began_at + week * interval '7 days' as grows_at
                    from wanted left join warm_up_policy on true),
                sources as (
                    select n, action, per_hour, per_day, case when user_id is null then 0 else 1 end as source
                    from wanted join daily_limits on user_id is null or user_id = owner
                    union all
                    select n, action, per_hour, per_day, case when account_id is null then 2 else 3 end
                    from wanted join workspace_limits on account_id is null or account_id = account),
                lowest as (
                    select n, action, span, min(most) as most, (array_agg(source order by most, source))[1] as source
                    from sources, lateral (values ('day', per_day), ('hour', per_hour)) as spans (span, most)
                    where (:action::text is null or action = :action) and most is not null
                    group by n, action, span),
                limits as (
                    select lowest.*, warming.account, now, week, percent, grows_at, next_percent,
                           case span when 'day' then interval '1441 minutes' else interval '61 minutes' end as length,
                           case when most > 0 then greatest(1, most::bigint * percent / 100) else 0 end as in_force,
                           case when most > 0 then greatest(1, most::bigint * next_percent / 100) else 0 end as grown
                    from lowest join warming using (n))
                select action, in_force, case when in_force < most then 4 else source end as source, used, opens_at,
                       week, percent, grows_at, next_percent
                from limits,
                lateral (
                    select coalesce(sum(used), 0) as used
                    from quota_ledger ledger
                    where ledger.account_id = account and ledger.action = limits.action and minute > now - length) as counted,
                lateral (
                    select case when counted.used >= in_force and in_force > 0 then least(
                               min(minute + length) filter (where used_after < in_force),
                               greatest(grows_at, min(minute + length) filter (where used_after < grown)),
                               case when counted.used < grown then grows_at end) end as opens_at
                    from (select minute, sum(ledger.used) over (order by minute desc) - ledger.used as used_after
                          from quota_ledger ledger
                          where ledger.account_id = account and ledger.action = limits.action and minute > now - length) as minutes
                    where counted.used >= in_force and in_force > 0) as opening
                order by n, action, span
                """)
                .param(
                        "accounts",
                        accounts.stream()
                                .map(account -> account == null ? null : account.value())
                                .toArray(UUID[]::new))
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .param("action", action)
                .query((row, n) -> new Row(row.getString("action"), window(row), warmUp(row)))
                .list();
    }

    private static Window window(ResultSet row) throws SQLException {
        return new Window(
                row.getInt("in_force"),
                LimitedBy.values()[row.getInt("source")],
                row.getInt("used"),
                Columns.instantOrNull(row, "opens_at"));
    }

    private static @Nullable WarmUp warmUp(ResultSet row) throws SQLException {
        var growsAt = Columns.instantOrNull(row, "grows_at");
        return growsAt == null || row.getInt("percent") == 100
                ? null
                : new WarmUp(row.getInt("week"), row.getInt("percent"), growsAt, row.getInt("next_percent"));
    }
}
