package dev.parley.server.conversation;

import static java.util.stream.Collectors.toMap;

import dev.parley.instagram.Message;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.ThreadId;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.Uuids;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What readings find in the conversations: each message once, as it is now. */
@Repository
class HeardMessages {

    private final JdbcClient jdbc;

    HeardMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sender null where it is not known */
    record Arrived(
            ThreadId thread,
            ConversationId conversation,
            UUID message,
            boolean own,
            @Nullable PersonId sender,
            Instant at,
            String text) {}

    /** Stores messages, each once; returns those that were not known. What an edited one said before is not kept. */
    List<Arrived> add(AccountId account, Map<ThreadId, ConversationId> ids, List<Heard> heard) {
        var rows = heard.stream()
                .flatMap(one -> one.messages().stream()
                        .map(message -> new Row(one.conversation().id(), message)))
                .collect(toMap(Row::identity, Function.identity(), (first, again) -> first, LinkedHashMap::new))
                .values();
        if (rows.isEmpty()) {
            return List.of();
        }
        var threads = new HashMap<UUID, ThreadId>();
        ids.forEach((thread, id) -> threads.put(id.value(), thread));
        return jdbc
                .sql("""
                insert into conversation_messages as known (
                    id, workspace_id, account_id, conversation_id, instagram_id, own, sender_id, at, kind, content, address)
                select id, current_workspace(), :account, conversation_id, instagram_id, own, sender_id,
                    coalesce(at::timestamptz, now()), kind, content, address
                from unnest(
                    :ids::uuid[], :conversations::uuid[], :instagramIds::text[], :own::boolean[], :senders::text[], :at::text[],
                    :kinds::text[], :contents::text[], :addresses::text[])
                    as told (id, conversation_id, instagram_id, own, sender_id, at, kind, content, address)
                on conflict (conversation_id, instagram_id) do update set
                    content = excluded.content, kind = excluded.kind, address = excluded.address,
                    edited_at = case
                        when known.content = excluded.content or known.kind <> 'text' or known.unsent_at is not null
                            then known.edited_at
                        else now() end,
                    unsent_at = null
                where not known.told and (excluded.kind <> 'other' or known.kind = 'other')
                returning id, conversation_id, own, sender_id, at, content, created_at = now() as is_new
                """)
                .param("account", account.value())
                .param("ids", rows.stream().map(row -> Uuids.timeOrdered()).toArray(UUID[]::new))
                .param(
                        "conversations",
                        rows.stream().map(row -> id(ids, row.thread())).toArray(UUID[]::new))
                .param(
                        "instagramIds",
                        HeardConversations.texts(rows.stream()
                                .map(row -> row.message().id().value())
                                .toList()))
                .param("own", rows.stream().map(row -> row.message().own()).toArray(Boolean[]::new))
                .param(
                        "senders",
                        HeardConversations.texts(rows.stream().map(Row::sender).toList()))
                .param("at", HeardConversations.texts(rows.stream().map(Row::at).toList()))
                .param(
                        "kinds",
                        HeardConversations.texts(
                                rows.stream().map(row -> row.said().kind()).toList()))
                .param(
                        "contents",
                        HeardConversations.texts(
                                rows.stream().map(row -> row.said().content()).toList()))
                .param(
                        "addresses",
                        HeardConversations.texts(rows.stream().map(Row::address).toList()))
                .query((row, n) ->
                        row.getBoolean("is_new") ? Optional.of(arrived(row, threads)) : Optional.<Arrived>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static UUID id(Map<ThreadId, ConversationId> ids, ThreadId thread) {
        var id = ids.get(thread);
        if (id == null) {
            throw new IllegalStateException("thread " + thread + " was not kept");
        }
        return id.value();
    }

    private static Arrived arrived(ResultSet row, Map<UUID, ThreadId> threads) throws SQLException {
        var conversation = row.getObject("conversation_id", UUID.class);
        var sender = row.getString("sender_id");
        return new Arrived(
                threads.getOrDefault(conversation, new ThreadId("unknown")),
                new ConversationId(conversation),
                row.getObject("id", UUID.class),
                row.getBoolean("own"),
                sender == null ? null : new PersonId(sender),
                Columns.instant(row, "at"),
                row.getString("content"));
    }

    private record Row(ThreadId thread, Message message) {

        List<Object> identity() {
            return List.of(thread, message.id());
        }

        Said said() {
            return Said.of(message);
        }

        @Nullable
        String sender() {
            var sender = message.sender();
            return sender == null ? null : sender.value();
        }

        @Nullable
        String at() {
            var at = message.at();
            return at == null ? null : at.toString();
        }

        @Nullable
        String address() {
            var address = said().address();
            return address == null ? null : address.toString();
        }
    }

    /** What was known between the oldest and the newest of the messages and is not among them any more, was unsent: it is not kept. */
    void unsend(ConversationId conversation, List<Message> messages) {
        Known.oldest(messages)
                .ifPresent(oldest -> jdbc.sql("""
                update conversation_messages set unsent_at = now(), content = '', address = null
                where conversation_id = :conversation and unsent_at is null and at > :oldest::timestamptz
                  and not instagram_id = any(:there)
                """)
                        .param("conversation", conversation.value())
                        .param("oldest", oldest.toString())
                        .param(
                                "there",
                                HeardConversations.texts(messages.stream()
                                        .map(message -> message.id().value())
                                        .toList()))
                        .update());
    }
}
