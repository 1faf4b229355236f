package dev.parley.server.conversation;

import dev.parley.instagram.MessageId;
import dev.parley.instagram.ThreadId;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.Uuids;
import dev.parley.server.message.MessageSent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The conversations of the bound workspace, for what people do about one. */
@Repository
class Conversations {

    private final JdbcClient jdbc;

    Conversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses with CONVERSATION_NOT_FOUND. */
    Place place(ConversationId id) {
        return jdbc.sql("""
                select account_id, thread_id, people, person_name is not null as direct,
                    (select instagram_id from conversation_messages
                     where conversation_id = conversations.id and not own and unsent_at is null
                     order by at desc, instagram_id desc limit 1) as last_heard
                from conversations where id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> new Place(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new ThreadId(row.getString("thread_id")),
                        List.of((String[]) row.getArray("people").getArray()),
                        row.getBoolean("direct"),
                        Optional.ofNullable(row.getString("last_heard"))
                                .map(MessageId::new)
                                .orElse(null)))
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    void mark(ConversationId id, boolean unread) {
        jdbc.sql("update conversations set unread = :unread, updated_at = now() where id = :id")
                .param("id", id.value())
                .param("unread", unread)
                .update();
    }

    void accepted(ConversationId id) {
        jdbc.sql("update conversations set request = false, updated_at = now() where id = :id")
                .param("id", id.value())
                .update();
    }

    /** A declined one is gone for the account. */
    void remove(ConversationId id) {
        jdbc.sql("delete from conversations where id = :id")
                .param("id", id.value())
                .update();
    }

    /** @param assignee null for nobody */
    void assign(ConversationId id, @Nullable UserId assignee, @Nullable String name) {
        jdbc.sql(
                        "update conversations set assignee_id = :assignee, assignee_name = :name, updated_at = now() where id = :id")
                .param("id", id.value())
                .param("assignee", assignee == null ? null : assignee.value())
                .param("name", name)
                .update();
    }

    /** What was sent from here is in the conversation at once, if it is known. */
    void sent(MessageSent sent, MessageId message) {
        jdbc.sql("""
                with spoken as (
                    update conversations
                    set last_at = greatest(last_at, :at::timestamptz), last_text = :text, last_own = true, unread = false,
                        request = false, updated_at = now()
                    where id = (
                        select id from conversations
                        where account_id = :account
                            and case when :thread::text is null then person_id = :person else thread_id = :thread end
                        order by last_at desc limit 1)
                    returning id)
                insert into conversation_messages (
                    id, workspace_id, account_id, conversation_id, instagram_id, own, at, kind, content)
                select :id, current_workspace(), :account, id, :message, true, :at::timestamptz, 'text', :text from spoken
                on conflict do nothing
                """)
                .param("id", Uuids.timeOrdered())
                .param("account", sent.account().value())
                .param("thread", sent.thread() == null ? null : sent.thread().value())
                .param("person", sent.person() == null ? null : sent.person().value())
                .param("message", message.value())
                .param("text", sent.text())
                .param("at", sent.at().toString())
                .update();
    }

    static BotException notFound(ConversationId id) {
        return new BotException(
                ErrorCode.CONVERSATION_NOT_FOUND, "This workspace has no conversation with the id " + id + ".");
    }
}
