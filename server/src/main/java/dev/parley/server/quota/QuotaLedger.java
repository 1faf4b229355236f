package dev.parley.server.quota;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.quota.Consumed.Exhausted;
import dev.parley.server.quota.Consumed.Granted;
import dev.parley.server.quota.Consumed.Shut;
import dev.parley.server.quota.Consumed.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was used, by account, action and minute. */
@Repository
class QuotaLedger {

    private final JdbcClient jdbc;

    QuotaLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Consumed consume(AccountId account, UserId user, String action) {
        return jdbc.sql("select * from consume_quota(:account, :user, :action)")
                .param("account", account.value())
                .param("user", user.value())
                .param("action", action)
                .query((row, index) -> consumed(row))
                .single();
    }

    private static Consumed consumed(ResultSet row) throws SQLException {
        if (!row.getBoolean("granted")) {
            var opensAt = instant(row, "opens_at");
            return isZero(row) ? new Shut(opensAt) : new Exhausted(opensAt);
        }
        return Granted.of(instant(row, "consumed_at"), window(row, "hour"), window(row, "day"));
    }

    private static boolean isZero(ResultSet row) throws SQLException {
        return row.getInt("hour_limit") == 0 || row.getInt("day_limit") == 0;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Window window(ResultSet row, String span) throws SQLException {
        return new Window(row.getInt(span + "_used"), row.getInt(span + "_limit"));
    }

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

    List<Allowance.Left> left(@Nullable AccountId account, UserId user) {
        return jdbc.sql("""
                with limits as (
                    select action, min(per_hour) as hour_limit, min(per_day) as day_limit
                    from daily_limits
                    where user_id is null or user_id = :user
                    group by action)
                select limits.*,
                       coalesce(sum(used) filter (where minute > clock_timestamp() - interval '61 minutes'), 0) as hour_used,
                       coalesce(sum(used), 0) as day_used
                from limits
                left join quota_ledger ledger
                       on ledger.account_id = :account::uuid and ledger.action = limits.action
                      and minute > clock_timestamp() - interval '1441 minutes'
                group by limits.action, hour_limit, day_limit
                order by limits.action
                """)
                .param("user", user.value())
                .param("account", account == null ? null : account.value())
                .query((row, index) ->
                        Allowance.Left.of(row.getString("action"), window(row, "hour"), window(row, "day")))
                .list();
    }
}
