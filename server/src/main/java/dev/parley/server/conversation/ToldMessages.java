package dev.parley.server.conversation;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.IncomingEvent;
import dev.parley.instagram.IncomingEvent.Received;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.ThreadId;
import dev.parley.server.conversation.HeardMessages.Arrived;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.Uuids;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What Instagram has told by itself of messages in the bound workspace. */
@Repository
class ToldMessages {

    private final JdbcClient jdbc;

    ToldMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The conversation with one person. */
    record With(ConversationId id, ThreadId thread, Person person, boolean request) {

        Heard heard() {
            return new Heard(new Conversation(thread, List.of(person), request, null, null, List.of()), List.of());
        }
    }

    Optional<With> with(AccountId account, PersonId person) {
        return jdbc.sql("""
                select id, thread_id, person_id, person_name, request from conversations
                where account_id = :account and person_id = :person
                order by last_at desc limit 1
                """)
                .param("account", account.value())
                .param("person", person.value())
                .query((row, n) -> new With(
                        new ConversationId(row.getObject("id", UUID.class)),
                        new ThreadId(row.getString("thread_id")),
                        new Person(person, row.getString("person_name")),
                        row.getBoolean("request")))
                .optional();
    }

    /** A message as a webhook tells it. */
    record Line(MessageId id, boolean own, Instant at, Received received) {

        boolean isText() {
            return received.text() != null;
        }

        String kind() {
            return isText() ? "text" : received.attachments().isEmpty() ? "other" : "attachment";
        }

        String content() {
            return isText()
                    ? Objects.requireNonNull(received.text())
                    : received.attachments().isEmpty()
                            ? "unsupported"
                            : received.attachments().getFirst().type();
        }

        @Nullable
        String address() {
            URI address = received.attachments().isEmpty()
                    ? null
                    : received.attachments().getFirst().address();
            return isText() || address == null ? null : address.toString();
        }
    }

    /** Empty where it was known. Of one that was only read, its words and exact time are stored now. */
    Optional<Arrived> add(AccountId account, With conversation, Line line) {
        var added = jdbc.sql("""
                insert into conversation_messages as known (
                    id, workspace_id, account_id, conversation_id, instagram_id, own, sender_id, at, kind, content, address)
                values (
                    :id, current_workspace(), :account, :conversation, :message, :own, :sender, :at::timestamptz, :kind, :content,
                    :address)
                on conflict (conversation_id, instagram_id) do update
                set at = excluded.at, kind = excluded.kind, content = excluded.content, address = excluded.address
                where known.unsent_at is null and not known.told
                returning id, id = :id as is_new
                """)
                .param("id", Uuids.timeOrdered())
                .param("account", account.value())
                .param("conversation", conversation.id().value())
                .param("message", line.id().value())
                .param("own", line.own())
                .param("sender", line.own() ? null : conversation.person().id().value())
                .param("at", line.at().toString())
                .param("kind", line.kind())
                .param("content", line.content())
                .param("address", line.address())
                .query((row, n) -> row.getBoolean("is_new")
                        ? Optional.of(row.getObject("id", UUID.class))
                        : Optional.<UUID>empty())
                .optional()
                .flatMap(Function.identity());
        added.ifPresent(message -> lead(conversation.id(), line));
        return added.map(message -> new Arrived(
                conversation.thread(),
                conversation.id(),
                message,
                line.own(),
                line.own() ? null : conversation.person().id(),
                line.at(),
                line.isText() ? line.content() : ""));
    }

    /** What comes late is not the last that was said. */
    private void lead(ConversationId conversation, Line line) {
        jdbc.sql("""
                update conversations
                set last_text = case when last_at <= :at::timestamptz then :text else last_text end,
                    last_own = case when last_at <= :at::timestamptz then :own else last_own end,
                    unread = case when last_at <= :at::timestamptz then not :own else unread end,
                    last_at = greatest(last_at, :at::timestamptz), updated_at = now()
                where id = :id
                """)
                .param("id", conversation.value())
                .param("at", line.at().toString())
                .param("text", line.content())
                .param("own", line.own())
                .update();
    }

    /** An earlier edit that comes later changes nothing. */
    void edited(AccountId account, IncomingEvent.MessageEdited edited) {
        jdbc.sql("""
                update conversation_messages
                set content = :text, kind = 'text', address = null, edits = :edits, edited_at = :at::timestamptz, told = true
                where account_id = :account and instagram_id = :message and edits < :edits and unsent_at is null
                """)
                .param("account", account.value())
                .param("message", edited.message().value())
                .param("text", edited.text())
                .param("edits", edited.edits())
                .param("at", edited.at().toString())
                .update();
    }

    /** What was said is not kept. */
    void unsent(AccountId account, MessageId message, Instant at) {
        jdbc.sql("""
                update conversation_messages
                set content = '', address = null, reaction = null, unsent_at = coalesce(unsent_at, :at::timestamptz), told = true
                where account_id = :account and instagram_id = :message
                """)
                .param("account", account.value())
                .param("message", message.value())
                .param("at", at.toString())
                .update();
    }

    void reacted(AccountId account, IncomingEvent.Reacted reacted) {
        jdbc.sql("""
                update conversation_messages set reaction = :reaction
                where account_id = :account and instagram_id = :message and unsent_at is null
                """)
                .param("account", account.value())
                .param("message", reacted.message().value())
                .param(
                        "reaction",
                        reacted.takenBack() ? null : reacted.emoji() == null ? reacted.reaction() : reacted.emoji())
                .update();
    }

    void seen(AccountId account, PersonId person, Instant at) {
        jdbc.sql("""
                update conversations set seen_at = greatest(seen_at, :at::timestamptz)
                where account_id = :account and person_id = :person
                """)
                .param("account", account.value())
                .param("person", person.value())
                .param("at", at.toString())
                .update();
    }
}
