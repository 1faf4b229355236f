package dev.parley.server.quota;

import dev.parley.server.core.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the instance, people, workspaces and accounts are limited to. Of a workspace and its accounts, in the bound workspace only. */
@Repository
class Limits {

    private final JdbcClient jdbc;

    Limits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where limits of somebody are stored. */
    private record Kept(String table, String key, @Nullable UUID id) {

        static Kept of(Whose whose) {
            return switch (whose) {
                case Whose.Everybody all -> new Kept("daily_limits", "user_id", null);
                case Whose.Person one ->
                    new Kept("daily_limits", "user_id", one.user().value());
                case Whose.AllAccounts all -> new Kept("workspace_limits", "account_id", null);
                case Whose.OneAccount one ->
                    new Kept(
                            "workspace_limits", "account_id", one.account().id().value());
            };
        }

        String in(String sql) {
            return sql.replace("$table", table).replace("$key", key);
        }
    }

    /** Those alone that are set for exactly these. */
    List<Limit> of(Whose whose) {
        var kept = Kept.of(whose);
        return jdbc.sql(kept.in("""
                select action, per_hour, per_day from $table where $key is not distinct from :id::uuid order by action
                """))
                .param("id", kept.id())
                .query((row, index) -> limit(row))
                .list();
    }

    /** The lowest of the defaults and a person's own. */
    List<Limit> inForce(@Nullable UserId user) {
        return jdbc.sql("""
                select action, min(per_hour) as per_hour, min(per_day) as per_day
                from daily_limits
                where user_id is null or user_id = :user::uuid
                group by action
                order by action
                """)
                .param("user", user == null ? null : user.value())
                .query((row, index) -> limit(row))
                .list();
    }

    /** The lowest of the defaults and what the bound workspace sets for all of its accounts. */
    List<Limit> inForceInWorkspace() {
        return jdbc.sql("""
                select action, min(per_hour) as per_hour, min(per_day) as per_day
                from (select action, per_hour, per_day from daily_limits where user_id is null
                      union all
                      select action, per_hour, per_day from workspace_limits where account_id is null) as limits
                group by action
                order by action
                """).query((row, index) -> limit(row)).list();
    }

    /** Those who have limits of their own. */
    List<UserId> people() {
        return jdbc.sql("select distinct user_id from daily_limits where user_id is not null")
                .query((row, n) -> new UserId(row.getObject("user_id", UUID.class)))
                .list();
    }

    private static Limit limit(ResultSet row) throws SQLException {
        return new Limit(
                row.getString("action"),
                row.getObject("per_hour", Integer.class),
                row.getObject("per_day", Integer.class));
    }

    void set(Whose whose, List<Limit> limits) {
        var kept = Kept.of(whose);
        jdbc.sql(kept.in("""
                insert into $table as kept ($key, action, per_hour, per_day)
                select :id::uuid, action, per_hour, per_day
                from unnest(:actions, :hours::int[], :days::int[]) as set_limits (action, per_hour, per_day)
                on conflict on constraint $table_key
                do update set per_hour = excluded.per_hour, per_day = excluded.per_day, updated_at = now()
                """))
                .param("id", kept.id())
                .param("actions", limits.stream().map(Limit::action).toArray(String[]::new))
                .param("hours", limits.stream().map(Limit::perHour).toArray(Integer[]::new))
                .param("days", limits.stream().map(Limit::perDay).toArray(Integer[]::new))
                .update();
    }

    void clear(Whose whose, List<String> actions) {
        var kept = Kept.of(whose);
        jdbc.sql(kept.in("delete from $table where $key is not distinct from :id::uuid and action = any(:actions)"))
                .param("id", kept.id())
                .param("actions", actions.toArray(String[]::new))
                .update();
    }
}
