package dev.parley.server.alerts;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Columns;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules of the bound workspace. */
@Repository
class Rules {

    private final JdbcClient jdbc;

    Rules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    List<Rule> all() {
        return jdbc.sql("select * from alert_rules where workspace_id = current_workspace() order by created_at, id")
                .query(Rules::read)
                .list();
    }

    /** Refuses with ALERT_RULE_NOT_FOUND. */
    Rule get(RuleId id) {
        return jdbc.sql("select * from alert_rules where id = :id")
                .param("id", id.value())
                .query(Rules::read)
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    /** A new one, or one as it is from now on. */
    void put(Rule rule) {
        jdbc.sql("""
                insert into alert_rules (id, workspace_id, name, events, mail_owners, mail_to, webhooks, enabled, created_at)
                values (:id, current_workspace(), :name, :events, :mailOwners, :mailTo, :webhooks, :enabled, :createdAt)
                on conflict (id) do update set
                    name = excluded.name, events = excluded.events, mail_owners = excluded.mail_owners, mail_to = excluded.mail_to,
                    webhooks = excluded.webhooks, enabled = excluded.enabled
                """)
                .param("id", rule.id().value())
                .param("name", rule.name())
                .param("events", rule.events().stream().map(AlertEvent::stored).toArray(String[]::new))
                .param("mailOwners", rule.mailOwners())
                .param("mailTo", rule.mailTo().stream().map(UserId::value).toArray(UUID[]::new))
                .param(
                        "webhooks",
                        rule.webhooks().stream().map(WebhookId::value).toArray(UUID[]::new))
                .param("enabled", rule.enabled())
                .param("createdAt", rule.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(RuleId id) {
        jdbc.sql("delete from alert_rules where id = :id")
                .param("id", id.value())
                .update();
    }

    void forget(WebhookId webhook) {
        jdbc.sql("""
                update alert_rules set webhooks = array_remove(webhooks, :webhook)
                where workspace_id = current_workspace() and :webhook = any (webhooks)
                """).param("webhook", webhook.value()).update();
    }

    private static Rule read(ResultSet row, int n) throws SQLException {
        return new Rule(
                new RuleId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Stream.of((String[]) row.getArray("events").getArray())
                        .map(AlertEvent::of)
                        .toList(),
                row.getBoolean("mail_owners"),
                ids(row.getArray("mail_to")).map(UserId::new).toList(),
                ids(row.getArray("webhooks")).map(WebhookId::new).toList(),
                row.getBoolean("enabled"),
                Columns.instant(row, "created_at"));
    }

    private static Stream<UUID> ids(Array ids) throws SQLException {
        return Stream.of((UUID[]) ids.getArray());
    }

    private static BotException notFound(RuleId id) {
        return new BotException(
                ErrorCode.ALERT_RULE_NOT_FOUND, "This workspace has no rule for alerts with the id " + id + ".");
    }
}
