package dev.parley.server.message;

import dev.parley.server.bot.Queues;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.tenancy.Conditions;
import dev.parley.server.web.Cursor;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages of the bound workspace, newest first. */
@Repository
class History {

    private static final List<String> KINDS = List.of(Send.KIND, SendFirst.FIRST);

    private final JdbcClient jdbc;
    private final Queues queues;

    History(JdbcClient jdbc, Queues queues) {
        this.jdbc = jdbc;
        this.queues = queues;
    }

    List<Message> of(Collection<MessageId> ids) {
        return jdbc.sql("select * from messages where id = any(:ids)")
                .param("ids", ids.stream().map(MessageId::value).toArray(UUID[]::new))
                .query(MessageRow::read)
                .list();
    }

    Page<Message> page(MessageFilter filter, @Nullable Cursor before, int limit) {
        var words = filter.wordsBeginning();
        var found = words == null ? listed(filter, before, limit + 1) : withWords(filter, words, before, limit + 1);
        return Page.of(
                found,
                limit,
                last -> new Cursor(last.times().createdAt(), last.id().toString()).toString());
    }

    /** The newest first. */
    List<Message> undelivered(Undelivered which, int most) {
        var before = which.before();
        var conditions = new Conditions()
                .and("account_id = :account", "account", which.account().value())
                .and("recipient = any(:people)", "people", which.people().toArray(String[]::new))
                .and(
                        "(thread_id = :thread or thread_id is null and :direct)",
                        "thread",
                        which.thread().value())
                .and("status in ('queued', 'failed', 'unconfirmed')", "direct", which.direct())
                .and(
                        "(coalesce(send_at, created_at), id) < (:at, :id)",
                        "at",
                        Columns.of(before == null ? null : before.at()));
        var query = jdbc.sql("select * from messages" + conditions.where()
                        + " order by coalesce(send_at, created_at) desc, id desc limit " + most)
                .params(conditions.values());
        return (before == null ? query : query.param("id", before.id()))
                .query(MessageRow::read)
                .list();
    }

    private List<Message> listed(MessageFilter filter, @Nullable Cursor before, int most) {
        var executing = executing(filter);
        var conditions = new Conditions()
                .and("account_id = :account", "account", value(filter.account()))
                .and("recipient = :recipient", "recipient", filter.recipient())
                .and("status = :status", "status", stored(filter.status()))
                .and("action_id = any(:among)", "among", executing.among())
                .and("not coalesce(action_id = any(:notAmong), false)", "notAmong", executing.notAmong())
                .and("created_at >= :from", "from", Columns.of(filter.from()))
                .and("created_at < :to", "to", Columns.of(filter.to()))
                .and("(created_at, id) < (:before, :beforeId)", "before", before == null ? null : before.time());
        return jdbc.sql("select * from messages" + conditions.where() + " order by created_at desc, id desc limit "
                        + most)
                .params(conditions.values())
                .param("beforeId", before == null ? null : before.uuid())
                .query(MessageRow::read)
                .list();
    }

    private List<Message> withWords(MessageFilter filter, String words, @Nullable Cursor before, int most) {
        if (words.isEmpty()) {
            return List.of();
        }
        var executing = executing(filter);
        return jdbc.sql("""
                select * from messages_with_words(
                    to_tsquery('simple', :words), :account, :recipient, :status, :among, :notAmong, :from, :to, :before, :beforeId, :most)
                """)
                .param("words", words)
                .param("account", value(filter.account()))
                .param("recipient", filter.recipient())
                .param("status", stored(filter.status()))
                .param("among", executing.among())
                .param("notAmong", executing.notAmong())
                .param("from", Columns.of(filter.from()))
                .param("to", Columns.of(filter.to()))
                .param("before", before == null ? null : before.time())
                .param("beforeId", before == null ? null : before.uuid())
                .param("most", most)
                .query(MessageRow::read)
                .list();
    }

    private record Executing(UUID @Nullable [] among, UUID @Nullable [] notAmong) {}

    /** What is being sent just now, only the queue tells from what waits; they are few. */
    private Executing executing(MessageFilter filter) {
        if (filter.status() != MessageStatus.SENDING && filter.status() != MessageStatus.QUEUED) {
            return new Executing(null, null);
        }
        var actions = queues.executing(KINDS).toArray(UUID[]::new);
        return filter.status() == MessageStatus.SENDING ? new Executing(actions, null) : new Executing(null, actions);
    }

    private static @Nullable String stored(@Nullable MessageStatus status) {
        return status == null ? null : status == MessageStatus.SENDING ? MessageStatus.QUEUED.word() : status.word();
    }

    private static @Nullable UUID value(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }
}
