package dev.parley.server.quota;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.quota.Consumed.Exhausted;
import dev.parley.server.quota.Consumed.Granted;
import dev.parley.server.quota.Consumed.Shut;
import dev.parley.server.quota.Consumed.Window;
import dev.parley.server.tenancy.Question;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was used, by account, action and minute. */
@Repository
class QuotaLedger {

    private static final Duration A_DAY = Duration.ofMinutes(1441);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    QuotaLedger(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /**
     * A minute counts until an hour (a day) after its end, so that a window is never too short; minutes that lie ahead of a clock set
     * back go on counting.
     */
    Consumed consume(AccountId account, UserId user, String action) {
        lock(account, action);
        var use = count(account, user, action);
        if (use.usedInMinute() == null) {
            keepLimits(user, action);
            use = count(account, user, action);
        }
        if (use.usedInMinute() == null) {
            return refused(account, action, use);
        }
        if (use.usedInMinute() == 1) {
            forget(account, action);
        }
        return Granted.of(
                use.at(),
                new Window(use.hour().used() + 1, use.hour().limit()),
                new Window(use.day().used() + 1, use.day().limit()));
    }

    /** A statement of its own, because only what begins after the lock was got, sees what others committed while it was waited for. */
    private void lock(AccountId account, String action) {
        tenancy.later(Write.of("select pg_advisory_xact_lock(hashtextextended(:account::text || :action, 0))")
                .param("account", account.value())
                .param("action", action));
    }

    /** Until the transaction ends; else a limit could be raised, and what waits for it released, before it is known that this waits. */
    private void keepLimits(UserId user, String action) {
        tenancy.later(Write.of("""
                select from daily_limits where action = :action and (user_id is null or user_id = :user) for share
                """).param("action", action).param("user", user.value()));
    }

    private Use count(AccountId account, UserId user, String action) {
        return tenancy.ask(Question.of("""
                with used as materialized (
                    select per_hour as hour_limit, per_day as day_limit, statement_timestamp() as at,
                           coalesce(sum(used) filter (where minute > statement_timestamp() - interval '61 minutes'), 0) as hour_used,
                           coalesce(sum(used), 0) as day_used
                    from (select min(per_hour) as per_hour, min(per_day) as per_day
                          from daily_limits
                          where action = :action and (user_id is null or user_id = :user)) as limits
                    left join quota_ledger
                           on account_id = :account and action = :action and minute > statement_timestamp() - interval '1441 minutes'
                    group by per_hour, per_day),
                counted as (
                    insert into quota_ledger as ledger (account_id, workspace_id, action, minute, used)
                    select :account, current_workspace(), :action, date_trunc('minute', at), 1
                    from used
                    where hour_used < hour_limit and day_used < day_limit
                    on conflict (account_id, action, minute) do update set used = ledger.used + 1
                    returning ledger.used)
                select used.*, counted.used as used_in_minute from used left join counted on true
                """, (row, n) -> use(row, action))
                        .param("account", account.value())
                        .param("user", user.value())
                        .param("action", action))
                .getFirst();
    }

    private static Use use(ResultSet row, String action) throws SQLException {
        if (row.getObject("hour_limit") == null) {
            throw new IllegalStateException("there is no limit for the action " + action);
        }
        return new Use(
                instant(row, "at"),
                window(row, "hour"),
                window(row, "day"),
                row.getObject("used_in_minute", Integer.class));
    }

    private void forget(AccountId account, String action) {
        tenancy.later(Write.of("""
                delete from quota_ledger
                where account_id = :account and action = :action and minute < statement_timestamp() - interval '25 hours'
                """).param("account", account.value()).param("action", action));
    }

    private Consumed refused(AccountId account, String action, Use use) {
        if (use.hour().limit() == 0 || use.day().limit() == 0) {
            return new Shut(use.at().plus(A_DAY));
        }
        return new Exhausted(jdbc.sql("""
                with minutes as (
                    select minute, coalesce(sum(used) over newer, 0) as used_after
                    from quota_ledger
                    where account_id = :account and action = :action and minute > :at::timestamptz - interval '1441 minutes'
                    window newer as (order by minute desc rows between unbounded preceding and 1 preceding))
                select greatest(
                    min(minute + interval '61 minutes') filter (
                        where :hourUsed >= :hourLimit and used_after < :hourLimit
                          and minute > :at::timestamptz - interval '61 minutes'),
                    min(minute + interval '1441 minutes') filter (where :dayUsed >= :dayLimit and used_after < :dayLimit)) as opens_at
                from minutes
                """)
                .param("account", account.value())
                .param("action", action)
                .param("at", use.at().atOffset(ZoneOffset.UTC))
                .param("hourUsed", use.hour().used())
                .param("hourLimit", use.hour().limit())
                .param("dayUsed", use.day().used())
                .param("dayLimit", use.day().limit())
                .query((row, n) -> instant(row, "opens_at"))
                .single());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Window window(ResultSet row, String span) throws SQLException {
        return new Window(row.getInt(span + "_used"), row.getInt(span + "_limit"));
    }

    /**
     * What was used, and perhaps one more.
     *
     * @param hour before this one
     * @param day before this one
     * @param usedInMinute with this one; null if there was no room for it
     */
    private record Use(
            Instant at, Window hour, Window day, @Nullable Integer usedInMinute) {}

    void giveBack(AccountId account, String action, Instant consumedAt) {
        jdbc.sql("""
                update quota_ledger set used = used - 1
                where account_id = :account and action = :action and minute = date_trunc('minute', :at::timestamptz) and used > 0
                """)
                .param("account", account.value())
                .param("action", action)
                .param("at", consumedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * What is left, for each of the accounts in turn.
     *
     * @param accounts null stands for one that has done nothing yet
     * @param users whose the accounts are, in the same order
     */
    List<List<Allowance.Left>> left(List<? extends @Nullable AccountId> accounts, List<UserId> users) {
        var left = new ArrayList<List<Allowance.Left>>();
        accounts.forEach(account -> left.add(new ArrayList<>()));
        jdbc.sql("""
                with limits as (
                    select n, account, action, min(per_hour) as hour_limit, min(per_day) as day_limit
                    from unnest(:accounts::uuid[], :users::uuid[]) with ordinality as wanted (account, owner, n)
                    join daily_limits on user_id is null or user_id = owner
                    group by n, account, action)
                select limits.*,
                       coalesce(sum(used) filter (where minute > clock_timestamp() - interval '61 minutes'), 0) as hour_used,
                       coalesce(sum(used), 0) as day_used
                from limits
                left join quota_ledger ledger
                       on ledger.account_id = account and ledger.action = limits.action
                      and minute > clock_timestamp() - interval '1441 minutes'
                group by n, account, limits.action, hour_limit, day_limit
                order by n, limits.action
                """)
                .param(
                        "accounts",
                        accounts.stream()
                                .map(account -> account == null ? null : account.value())
                                .toArray(UUID[]::new))
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .query(row -> {
                    left.get(row.getInt("n") - 1)
                            .add(Allowance.Left.of(row.getString("action"), window(row, "hour"), window(row, "day")));
                });
        return left;
    }
}
