package dev.parley.server.message;

import dev.parley.instagram.PersonId;
import dev.parley.instagram.ThreadId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.tenancy.Each;
import dev.parley.server.tenancy.Question;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages of the bound workspace. */
@Repository
class Messages {

    private static final Each END = Each.of("message uuid, ending text, code text, detail text, tries int4", """
            update messages
            set status = each.ending, error_code = each.code, error_detail = each.detail, attempts = attempts + each.tries, ended_at = now()
            from {each}
            where id = each.message and status <> 'sent'
            """);

    private static final Each SENT =
            Each.of("message uuid, tries int4, moment timestamptz, instagram text, thread text, person text", """
            update messages
            set status = 'sent', error_code = null, error_detail = null, attempts = attempts + each.tries,
                sent_at = coalesce(each.moment, now()), ended_at = now(),
                instagram_id = coalesce(each.instagram, instagram_id), thread_id = coalesce(each.thread, thread_id),
                recipient_id = coalesce(each.person, recipient_id)
            from {each}
            where id = each.message
            """);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    Messages(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    Message add(Message message) {
        var trouble = message.trouble();
        return jdbc.sql("""
                insert into messages (
                    id, workspace_id, account_id, account_name, user_id, user_name, driver, recipient, recipient_id, thread_id,
                    content, image, lane, first_contact, status, error_code, error_detail, token, action_id, mailing_id, send_at,
                    correlation_id, created_at, ended_at)
                values (
                    :id, :workspace, :account, :accountName, :user, :userName, :driver, :recipient, :recipientId, :thread,
                    :content, :image, :lane, :firstContact, :status, :code, :detail, :token, :action, :mailing, :sendAt,
                    :correlation, :createdAt, :endedAt)
                returning *
                """)
                .param("id", message.id().value())
                .param("workspace", message.sender().workspace().value())
                .param("account", message.sender().account().value())
                .param("accountName", message.sender().accountName())
                .param("user", message.sender().user().value())
                .param("userName", message.sender().userName())
                .param("driver", message.sender().driver())
                .param("recipient", message.recipient().username())
                .param("recipientId", text(message.recipient().id()))
                .param("thread", text(message.recipient().thread()))
                .param("content", message.writing().text())
                .param("image", text(message.writing().image()))
                .param("lane", message.lane().ordinal())
                .param("firstContact", message.firstContact())
                .param("status", message.status().word())
                .param("code", trouble == null ? null : trouble.code().code())
                .param("detail", trouble == null ? null : trouble.detail())
                .param("token", message.token().value())
                .param("action", message.action())
                .param("mailing", message.mailing())
                .param("sendAt", Columns.of(message.times().sendAt()))
                .param("correlation", message.correlationId())
                .param("createdAt", Columns.of(message.times().createdAt()))
                .param("endedAt", Columns.of(message.times().endedAt()))
                .query(MessageRow::read)
                .single();
    }

    /** Stores messages of one account that were asked for together, in one statement. */
    void addAll(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var sender = messages.getFirst().sender();
        jdbc.sql("""
                insert into messages (
                    id, workspace_id, account_id, account_name, user_id, user_name, driver, recipient, recipient_id, content, lane,
                    first_contact, token, action_id, mailing_id, send_at, correlation_id, created_at)
                select id, :workspace, :account, :accountName, :user, :userName, :driver, recipient, recipient_id, content, :lane,
                    first_contact, token, action_id, :mailing, send_at::timestamptz, :correlation, :createdAt
                from unnest(
                    :ids::uuid[], :recipients::text[], :recipientIds::text[], :contents::text[], :firsts::boolean[], :tokens::text[],
                    :actions::uuid[], :sendAt::text[])
                    as new (id, recipient, recipient_id, content, first_contact, token, action_id, send_at)
                """)
                .param("workspace", sender.workspace().value())
                .param("account", sender.account().value())
                .param("accountName", sender.accountName())
                .param("user", sender.user().value())
                .param("userName", sender.userName())
                .param("driver", sender.driver())
                .param("lane", messages.getFirst().lane().ordinal())
                .param("mailing", messages.getFirst().mailing())
                .param("correlation", messages.getFirst().correlationId())
                .param("createdAt", Columns.of(messages.getFirst().times().createdAt()))
                .param("ids", messages.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .param(
                        "recipients",
                        messages.stream().map(one -> one.recipient().username()).toArray(String[]::new))
                .param(
                        "recipientIds",
                        messages.stream().map(one -> text(one.recipient().id())).toArray(String[]::new))
                .param(
                        "contents",
                        messages.stream().map(one -> one.writing().text()).toArray(String[]::new))
                .param("firsts", messages.stream().map(Message::firstContact).toArray(Boolean[]::new))
                .param(
                        "tokens",
                        messages.stream().map(one -> one.token().value()).toArray(String[]::new))
                .param("actions", messages.stream().map(Message::action).toArray(UUID[]::new))
                .param(
                        "sendAt",
                        messages.stream().map(one -> text(one.times().sendAt())).toArray(String[]::new))
                .update();
    }

    /** Refuses with MESSAGE_NOT_FOUND what is not there, or another workspace's. */
    Message get(MessageId id) {
        return find(id).orElseThrow(() -> notFound(id));
    }

    Optional<Message> find(MessageId id) {
        return tenancy
                .ask(Question.of("select * from messages where id = :id", MessageRow::read)
                        .param("id", id.value()))
                .stream()
                .findFirst();
    }

    /** The person as the account has written to them within a day: by then, hardly anybody else has their name. */
    Optional<Correspondents.Known> lately(Message message) {
        return jdbc.sql("""
                select recipient_id, thread_id from messages
                where workspace_id = current_workspace() and recipient = :recipient and created_at > now() - interval '1 day'
                  and account_id = :account and status = 'sent' and recipient_id is not null
                order by created_at desc
                limit 1
                """)
                .param("recipient", message.recipient().username())
                .param("account", message.sender().account().value())
                .query((row, n) -> new Correspondents.Known(
                        message.recipient().username(),
                        new PersonId(row.getString("recipient_id")),
                        MessageRow.known(row, "thread_id", ThreadId::new)))
                .optional();
    }

    /** One that nobody else changes until the transaction ends. */
    Message lock(MessageId id) {
        return jdbc.sql("select * from messages where id = :id for no key update")
                .param("id", id.value())
                .query(MessageRow::read)
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    /** It waits for its turn, by this action. */
    void queue(MessageId id, UUID action) {
        jdbc.sql("""
                update messages
                set status = 'queued', action_id = :action, error_code = null, error_detail = null, ended_at = null
                where id = :id
                """).param("id", id.value()).param("action", action).update();
    }

    /** It says something else, or goes at another time. */
    void change(MessageId id, Writing writing, @Nullable Instant sendAt) {
        jdbc.sql("update messages set content = :content, image = :image, send_at = :sendAt where id = :id")
                .param("id", id.value())
                .param("content", writing.text())
                .param("image", text(writing.image()))
                .param("sendAt", Columns.of(sendAt))
                .update();
    }

    /** What became of the tries so far. What was sent once, stays so. */
    void end(MessageId id, MessageStatus status, @Nullable Trouble trouble, int attempts) {
        tenancy.later(Write.of(END)
                .param("message", id.value())
                .param("ending", status.word())
                .param("code", trouble == null ? null : trouble.code().code())
                .param("detail", trouble == null ? null : trouble.detail())
                .param("tries", attempts));
    }

    void sent(MessageId id, Delivered delivered, int attempts) {
        tenancy.later(Write.of(SENT)
                .param("message", id.value())
                .param("tries", attempts)
                .param("moment", delivered.at())
                .param("instagram", text(delivered.message()))
                .param("thread", text(delivered.thread()))
                .param("person", text(delivered.person())));
    }

    /** Those that went to the same person with the same text, and are known to have arrived. */
    List<Arrival> arrivals(Message like) {
        return jdbc.sql("""
                select instagram_id, sent_at from messages
                where account_id = :account and recipient = :recipient and status = 'sent' and content = :text
                """)
                .param("account", like.sender().account().value())
                .param("recipient", like.recipient().username())
                .param("text", like.writing().text())
                .query((row, n) -> new Arrival(row.getString("instagram_id"), Columns.instant(row, "sent_at")))
                .list();
    }

    /** @param instagramId null where the driver could not tell it */
    record Arrival(@Nullable String instagramId, Instant at) {}

    /** The actions that send those of a mailing that wait. */
    List<UUID> waitingOf(UUID mailing) {
        return jdbc.sql(
                        "select action_id from messages where mailing_id = :mailing and status = 'queued' and action_id is not null")
                .param("mailing", mailing)
                .query((row, n) -> row.getObject("action_id", UUID.class))
                .list();
    }

    /** Those that these actions would have sent are not sent; returns how many there are. */
    int cancelled(List<UUID> withdrawn) {
        return jdbc.sql("""
                update messages set status = 'cancelled', ended_at = now()
                where action_id = any(:withdrawn) and status = 'queued'
                """).param("withdrawn", withdrawn.toArray(UUID[]::new)).update();
    }

    /** How many of each mailing there are in each state; without mailings of which there are none. */
    Map<UUID, Counts> countOf(Collection<UUID> mailings) {
        var counts = new HashMap<UUID, Counts>();
        jdbc.sql("""
                select mailing_id, status, count(*), count(error_code) from messages
                where mailing_id = any(:mailings) group by mailing_id, status
                """).param("mailings", mailings.toArray(UUID[]::new)).query(row -> {
            counts.merge(
                    row.getObject(1, UUID.class),
                    Counts.of(MessageStatus.of(row.getString(2)), row.getInt(3), row.getInt(4)),
                    Counts::plus);
        });
        return counts;
    }

    private static BotException notFound(MessageId id) {
        return new BotException(ErrorCode.MESSAGE_NOT_FOUND, "This workspace has no message with the id " + id + ".");
    }

    private static @Nullable String text(@Nullable Object known) {
        return known == null ? null : known.toString();
    }
}
