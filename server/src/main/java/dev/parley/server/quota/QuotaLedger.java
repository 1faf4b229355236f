package dev.parley.server.quota;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.quota.Consumed.Exhausted;
import dev.parley.server.quota.Consumed.Granted;
import dev.parley.server.quota.Consumed.Shut;
import dev.parley.server.quota.Consumed.Window;
import dev.parley.server.tenancy.Answer;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.tenancy.Each;
import dev.parley.server.tenancy.Question;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was used, by account, action and minute. Each minute's row also has the total of all until then: so what was used in an hour or a
 * day is the difference of two rows, however many lie between.
 */
@Repository
class QuotaLedger {

    private static final Duration A_DAY = Duration.ofMinutes(1441);

    private static final Each LOCK = Each.of(
            "account uuid, action text",
            "select pg_advisory_xact_lock(hashtextextended(account::text || action, 0)) from {each}");

    private static final Each COUNT = Each.of("account uuid, who uuid, action text", """
            with used as materialized (
                select each.n, each.account, each.action,
                       case when per_hour > 0 then greatest(1, per_hour::bigint * percent / 100) else per_hour end as hour_limit,
                       case when per_day > 0 then greatest(1, per_day::bigint * percent / 100) else per_day end as day_limit,
                       coalesce(total - before_hour, 0) as hour_used, coalesce(total - before_day, 0) as day_used,
                       coalesce(total, 0) as total, greatest(date_trunc('minute', statement_timestamp()), newest) as minute,
                       greatest(statement_timestamp(), newest) as at
                from {each}
                    cross join lateral (
                        select min(per_hour) as per_hour, min(per_day) as per_day
                        from (select per_hour, per_day from daily_limits
                              where action = each.action and (user_id is null or user_id = each.who)
                              union all
                              select per_hour, per_day from workspace_limits
                              where account_id is null and workspace_id = current_workspace() and action = each.action
                              union all
                              select per_hour, per_day from workspace_limits
                              where account_id = each.account and workspace_id = current_workspace() and action = each.action)
                                  as limits) as lowest
                    cross join lateral (
                        select coalesce(min(percents[1 + greatest(0, extract(epoch from statement_timestamp() - began_at))::int / 604800]), 100)
                                   as percent
                        from warm_ups, warm_up_policy
                        where account_id = each.account and began_at is not null and not waived) as share
                    left join lateral (
                        select total, minute as newest,
                               (select total - used from quota_ledger
                                where account_id = each.account and action = each.action
                                    and minute > statement_timestamp() - interval '61 minutes'
                                order by minute limit 1) as before_hour,
                               (select total - used from quota_ledger
                                where account_id = each.account and action = each.action
                                    and minute > statement_timestamp() - interval '1441 minutes'
                                order by minute limit 1) as before_day
                        from quota_ledger
                        where account_id = each.account and action = each.action
                        order by minute desc limit 1) as ledger on true
                where per_hour is not null),
            counted as (
                insert into quota_ledger as ledger (account_id, workspace_id, action, minute, used, total)
                select account, current_workspace(), action, minute, 1, total + 1
                from used
                where hour_used < hour_limit and day_used < day_limit
                on conflict (account_id, action, minute) do update set used = ledger.used + 1, total = ledger.total + 1
                returning ledger.account_id, ledger.action, ledger.used)
            select used.*, counted.used as used_in_minute
            from used left join counted on counted.account_id = used.account and counted.action = used.action
            """);

    private static final Each FORGET = Each.of("account uuid, action text", """
            delete from quota_ledger ledger using {each}
            where ledger.account_id = each.account and ledger.action = each.action
                and minute < statement_timestamp() - interval '25 hours'
            """);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Allowances allowances;

    QuotaLedger(Tenancy tenancy, JdbcClient jdbc, Allowances allowances) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.allowances = allowances;
    }

    /**
     * A minute counts until an hour (a day) after its end, so that a window is never too short; minutes that lie ahead of a clock set
     * back go on counting, and what is used meanwhile is counted in the last of them.
     */
    Supplier<Consumed> consuming(AccountId account, UserId user, String action) {
        lock(account, action);
        var counting = counting(account, user, action);
        return () -> {
            var use = use(counting, action);
            if (use.usedInMinute() == null) {
                keepLimits(account, user, action);
                use = use(counting(account, user, action), action);
            }
            return consumed(account, user, action, use);
        };
    }

    private Consumed consumed(AccountId account, UserId user, String action, Use use) {
        if (use.usedInMinute() == null) {
            return refused(account, user, action, use);
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
        tenancy.later(Write.of(LOCK).param("account", account.value()).param("action", action));
    }

    /** Until the transaction ends; else a limit could be raised, and what waits for it released, before it is known that this waits. */
    private void keepLimits(AccountId account, UserId user, String action) {
        tenancy.later(Write.of("""
                select from daily_limits where action = :action and (user_id is null or user_id = :user) for share
                """).param("action", action).param("user", user.value()));
        tenancy.later(Write.of("""
                select from workspace_limits
                where workspace_id = current_workspace() and action = :action and (account_id is null or account_id = :account)
                for share
                """).param("action", action).param("account", account.value()));
        tenancy.later(Write.of("select from warm_ups where account_id = :account for share")
                .param("account", account.value()));
        tenancy.later(Write.of("select from warm_up_policy for share"));
    }

    private Answer<Use> counting(AccountId account, UserId user, String action) {
        return tenancy.asking(Question.of(COUNT, QuotaLedger::use)
                .param("account", account.value())
                .param("who", user.value())
                .param("action", action));
    }

    private static Use use(Answer<Use> counting, String action) {
        return counting.first()
                .orElseThrow(() -> new IllegalStateException("there is no limit for the action " + action));
    }

    private static Use use(ResultSet row, int n) throws SQLException {
        return new Use(
                Columns.instant(row, "at"),
                window(row, "hour"),
                window(row, "day"),
                row.getObject("used_in_minute", Integer.class));
    }

    private void forget(AccountId account, String action) {
        tenancy.later(Write.of(FORGET).param("account", account.value()).param("action", action));
    }

    private Consumed refused(AccountId account, UserId user, String action, Use use) {
        if (use.hour().limit() == 0 || use.day().limit() == 0) {
            return new Shut(use.at().plus(A_DAY));
        }
        var opensAt = allowances.of(account, user, action).opensAt();
        return new Exhausted(opensAt == null ? use.at() : opensAt);
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

    /** The minute of each use that counts still, oldest first. */
    List<Instant> uses(AccountId account, String action) {
        return jdbc.sql("""
                select minute from quota_ledger, generate_series(1, used)
                where account_id = :account and action = :action and minute > clock_timestamp() - interval '1441 minutes'
                order by minute
                """)
                .param("account", account.value())
                .param("action", action)
                .query((row, n) -> Columns.instant(row, "minute"))
                .list();
    }

    void giveBack(AccountId account, String action, Instant consumedAt) {
        lock(account, action);
        tenancy.later(Write.of("""
                update quota_ledger set used = used - (quota_ledger.minute = given.minute)::int, total = total - 1
                from (select minute from quota_ledger
                      where account_id = :account and action = :action and minute = date_trunc('minute', :at::timestamptz) and used > 0)
                          as given
                where account_id = :account and action = :action and quota_ledger.minute >= given.minute
                """)
                .param("account", account.value())
                .param("action", action)
                .param("at", consumedAt.atOffset(ZoneOffset.UTC)));
    }
}
