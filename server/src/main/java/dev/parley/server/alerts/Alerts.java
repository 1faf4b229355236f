package dev.parley.server.alerts;

import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has happened in the bound workspace and was, or is to be, told. */
@Repository
class Alerts {

    private final JdbcClient jdbc;

    Alerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Held to the end of the transaction; the oldest first. */
    List<Alert> untold(int most) {
        return jdbc.sql("""
                select * from alerts where workspace_id = current_workspace() and told_at is null
                order by happened_at limit :most for update skip locked
                """).param("most", most).query(Alerts::read).list();
    }

    void told(List<Alert> alerts, Instant now) {
        jdbc.sql("update alerts set told_at = :now where id = any (:ids)")
                .param("now", Timestamp.from(now))
                .param("ids", alerts.stream().map(Alert::id).toArray(UUID[]::new))
                .update();
    }

    /** The newest first. */
    List<Alert> newest(int most) {
        return jdbc.sql("""
                select * from alerts where workspace_id = current_workspace() order by happened_at desc limit :most
                """).param("most", most).query(Alerts::read).list();
    }

    void forgetBefore(Instant before, int most) {
        jdbc.sql("""
                with old as (
                    delete from alerts where id in (
                        select id from alerts
                        where workspace_id = current_workspace() and told_at is not null and happened_at < :before limit :most))
                delete from alert_topics where ctid = any (array (
                    select ctid from alert_topics
                    where workspace_id = current_workspace() and quiet_until < :before limit :most))
                """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    private static Alert read(ResultSet row, int n) throws SQLException {
        var code = row.getString("error_code");
        return new Alert(
                row.getObject("id", UUID.class),
                new RuleId(row.getObject("rule_id", UUID.class)),
                AlertEvent.of(row.getString("event")),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                row.getString("state"),
                code == null ? null : ErrorCode.ofCode(code).orElse(null),
                row.getString("about"),
                row.getString("path"),
                row.getInt("repeats"),
                Columns.instant(row, "happened_at"));
    }
}
