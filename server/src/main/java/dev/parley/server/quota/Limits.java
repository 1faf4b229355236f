package dev.parley.server.quota;

import dev.parley.server.core.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The instance's default limits, and those of single people. */
@Repository
class Limits {

    private final JdbcClient jdbc;

    Limits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person's own, or the defaults where no person is named. */
    List<Limit> of(@Nullable UserId user) {
        return jdbc.sql("""
                select action, per_hour, per_day
                from daily_limits
                where user_id is not distinct from :user::uuid
                order by action
                """)
                .param("user", value(user))
                .query((row, index) -> limit(row))
                .list();
    }

    List<Limit> inForce(@Nullable UserId user) {
        return jdbc.sql("""
                select action, min(per_hour) as per_hour, min(per_day) as per_day
                from daily_limits
                where user_id is null or user_id = :user::uuid
                group by action
                order by action
                """)
                .param("user", value(user))
                .query((row, index) -> limit(row))
                .list();
    }

    private static Limit limit(ResultSet row) throws SQLException {
        return new Limit(row.getString("action"), row.getInt("per_hour"), row.getInt("per_day"));
    }

    void set(@Nullable UserId user, List<Limit> limits) {
        jdbc.sql("""
                insert into daily_limits (user_id, action, per_hour, per_day)
                select :user::uuid, action, per_hour, per_day
                from unnest(:actions, :hours, :days) as set_limits (action, per_hour, per_day)
                on conflict on constraint daily_limits_key
                do update set per_hour = excluded.per_hour, per_day = excluded.per_day, updated_at = now()
                """)
                .param("user", value(user))
                .param("actions", limits.stream().map(Limit::action).toArray(String[]::new))
                .param("hours", limits.stream().mapToInt(Limit::perHour).toArray())
                .param("days", limits.stream().mapToInt(Limit::perDay).toArray())
                .update();
    }

    void clear(UserId user) {
        jdbc.sql("delete from daily_limits where user_id = :user")
                .param("user", user.value())
                .update();
    }

    private static @Nullable Object value(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
