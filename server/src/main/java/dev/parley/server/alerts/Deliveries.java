package dev.parley.server.alerts;

import dev.parley.server.alerts.Delivery.State;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the bound workspace's webhooks are told: waiting to be sent, and what came of it. */
@Repository
class Deliveries {

    /** How long after each try the next one is made, more than a day in all; the last is for a try that nobody knows the end of. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofMinutes(570),
            Duration.ofMinutes(10));

    /** Of one webhook; whoever receives nothing for so long will not miss what came after. */
    private static final int MOST_WAITING = 1_000;

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param account that it is about, if any */
    record New(
            DeliveryId id,
            WebhookId webhook,
            AlertEvent event,
            @Nullable UUID account,
            String body) {}

    /** Left out where too much waits already. */
    void add(List<New> added, Instant now) {
        jdbc.sql("""
                insert into alert_deliveries (id, workspace_id, webhook_id, account_id, event, body, due_at, created_at)
                select id, current_workspace(), webhook, account, event, body, :now, :now
                from unnest(:ids, :webhooks, :accounts, :events, :bodies) as added (id, webhook, account, event, body)
                where (select count(*) from (
                    select from alert_deliveries where webhook_id = added.webhook and state = 'waiting' limit :most) waiting) < :most
                """)
                .param("ids", column(added, one -> one.id().value(), UUID[]::new))
                .param("webhooks", column(added, one -> one.webhook().value(), UUID[]::new))
                .param("accounts", column(added, New::account, UUID[]::new))
                .param("events", column(added, one -> one.event().stored(), String[]::new))
                .param("bodies", column(added, New::body, String[]::new))
                .param("now", Timestamp.from(now))
                .param("most", MOST_WAITING)
                .update();
    }

    private static <T> T[] column(List<New> added, Function<New, @Nullable T> value, IntFunction<T[]> array) {
        return added.stream().map(value).toArray(array);
    }

    /** Takes some and puts them back for later in the same statement: whatever happens now, they are tried again. */
    List<Delivery> take(int most, Instant now) {
        return jdbc.sql("""
                update alert_deliveries
                set attempts = attempts + 1, tried_at = :now,
                    due_at = cast(:now as timestamptz)
                        + (cast(:waits as int[]))[least(attempts + 1, cardinality(cast(:waits as int[])))] * interval '1 second'
                where id in (
                    select id from alert_deliveries
                    where workspace_id = current_workspace() and state = 'waiting' and due_at <= :now
                    order by due_at limit :most for update skip locked)
                returning *
                """)
                .param("now", Timestamp.from(now))
                .param(
                        "waits",
                        WAITS.stream().map(wait -> (int) wait.toSeconds()).toArray(Integer[]::new))
                .param("most", most)
                .query(Deliveries::read)
                .list();
    }

    /** When the next one is due. */
    Optional<Instant> next() {
        return jdbc.sql("""
                select due_at from alert_deliveries
                where workspace_id = current_workspace() and state = 'waiting' order by due_at limit 1
                """).query((row, n) -> row.getTimestamp(1).toInstant()).optional();
    }

    /** Where it was settled otherwise meanwhile, that stays. */
    void settle(
            DeliveryId id, State state, @Nullable Integer status, @Nullable String answer, @Nullable String trouble) {
        jdbc.sql("""
                update alert_deliveries
                set state = :state, answer_status = :status, answer = :answer, trouble = :trouble
                where id = :id and state = 'waiting'
                """)
                .param("state", state.stored())
                .param("status", status)
                .param("answer", answer)
                .param("trouble", trouble)
                .param("id", id.value())
                .update();
    }

    /** Nothing of what waits for it is sent any more, unless somebody wants it. */
    void giveUp(WebhookId webhook, String trouble) {
        jdbc.sql("""
                update alert_deliveries set state = 'failed', trouble = :trouble
                where webhook_id = :webhook and state = 'waiting'
                """)
                .param("trouble", trouble)
                .param("webhook", webhook.value())
                .update();
    }

    void again(DeliveryId id, Instant now) {
        jdbc.sql("update alert_deliveries set state = 'waiting', attempts = 0, due_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
    }

    void forgetBefore(Instant before, int most) {
        jdbc.sql("""
                delete from alert_deliveries where id in (
                    select id from alert_deliveries
                    where workspace_id = current_workspace() and state <> 'waiting' and created_at < :before limit :most)
                """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    /** Refuses with DELIVERY_NOT_FOUND. */
    Delivery get(WebhookId webhook, DeliveryId id) {
        return jdbc.sql("select * from alert_deliveries where id = :id and webhook_id = :webhook")
                .param("id", id.value())
                .param("webhook", webhook.value())
                .query(Deliveries::read)
                .optional()
                .orElseThrow(() -> new BotException(
                        ErrorCode.DELIVERY_NOT_FOUND, "This webhook has no delivery with the id " + id + "."));
    }

    /** Newest first. */
    Page<Delivery> page(WebhookId webhook, @Nullable DeliveryId before, int limit) {
        var found = jdbc.sql("""
                select * from alert_deliveries
                where webhook_id = :webhook and (cast(:before as uuid) is null or id < cast(:before as uuid))
                order by id desc limit :limit
                """)
                .param("webhook", webhook.value())
                .param("before", before == null ? null : before.value())
                .param("limit", limit + 1)
                .query(Deliveries::read)
                .list();
        return Page.of(found, limit, last -> last.id().toString());
    }

    private static Delivery read(ResultSet row, int n) throws SQLException {
        var state = State.of(row.getString("state"));
        var tried = row.getTimestamp("tried_at");
        return new Delivery(
                new DeliveryId(row.getObject("id", UUID.class)),
                new WebhookId(row.getObject("webhook_id", UUID.class)),
                AlertEvent.of(row.getString("event")),
                state,
                row.getInt("attempts"),
                state == State.WAITING ? Columns.instant(row, "due_at") : null,
                Columns.instant(row, "created_at"),
                tried == null ? null : tried.toInstant(),
                row.getObject("answer_status", Integer.class),
                row.getString("answer"),
                row.getString("trouble"),
                row.getString("body"));
    }
}
