package dev.parley.server.conversation;

import static java.util.stream.Collectors.toMap;

import dev.parley.instagram.Message;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.ThreadId;
import dev.parley.server.account.Account;
import dev.parley.server.conversation.Known.Told;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
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

/** The conversations of the bound workspace. */
@Repository
class Conversations {

    /** More than Instagram gives of a conversation in the list of all. */
    private static final int NEWEST = 30;

    private final JdbcClient jdbc;

    Conversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the threads of which anything is known. */
    Map<ThreadId, Known> known(AccountId account, Collection<ThreadId> threads) {
        var known = new HashMap<ThreadId, Known>();
        jdbc.sql("""
                select thread_id, request, unread, last_at, newest.instagram_id, newest.content, newest.at
                from conversations left join lateral (
                    select instagram_id, content, at from conversation_messages
                    where conversation_id = conversations.id and unsent_at is null
                    order by at desc, instagram_id desc
                    limit :newest) newest on true
                where account_id = :account and thread_id = any(:threads)
                """)
                .param("newest", NEWEST)
                .param("account", account.value())
                .param("threads", threads.stream().map(ThreadId::value).toArray(String[]::new))
                .query(row -> {
                    var one = known.computeIfAbsent(new ThreadId(row.getString("thread_id")), Conversations.of(row));
                    if (row.getString("instagram_id") != null) {
                        one.newest()
                                .put(
                                        row.getString("instagram_id"),
                                        new Told(row.getString("content"), instant(row, "at")));
                    }
                });
        return known;
    }

    private static Function<ThreadId, Known> of(ResultSet row) throws SQLException {
        var known = new Known(
                row.getBoolean("request"), row.getBoolean("unread"), instant(row, "last_at"), new LinkedHashMap<>());
        return thread -> known;
    }

    /** Stores what the conversations are now; returns the id of each. */
    Map<ThreadId, ConversationId> keep(Account account, List<Heard> heard) {
        var rows = heard.stream().map(Head::of).toList();
        return jdbc
                .sql("""
                        insert into conversations as known (
                            id, workspace_id, account_id, account_name, thread_id, person_id, person_name, people, request, unread,
                            last_at, last_text, last_own)
                        select id, current_workspace(), :account, :accountName, thread_id, person_id, person_name,
                            string_to_array(people, ' '), request, coalesce(unread, not last_own), last_at::timestamptz, last_text, last_own
                        from unnest(
                            :ids::uuid[], :threads::text[], :personIds::text[], :personNames::text[], :people::text[],
                            :requests::boolean[], :unread::boolean[], :lastAt::text[], :lastTexts::text[], :lastOwn::boolean[])
                            as now (id, thread_id, person_id, person_name, people, request, unread, last_at, last_text, last_own)
                        on conflict (account_id, thread_id) do update set
                            account_name = excluded.account_name, person_id = excluded.person_id, person_name = excluded.person_name,
                            people = excluded.people, request = excluded.request,
                            unread = case when :tells or excluded.last_at > known.last_at then excluded.unread else known.unread end,
                            last_at = greatest(known.last_at, excluded.last_at), last_text = excluded.last_text,
                            last_own = excluded.last_own, updated_at = now()
                        returning id, thread_id
                        """)
                .param("tells", rows.stream().anyMatch(row -> row.unread() != null))
                .param("account", account.id().value())
                .param("accountName", account.username())
                .param("ids", rows.stream().map(Head::id).toArray(UUID[]::new))
                .param("threads", texts(rows.stream().map(Head::thread).toList()))
                .param("personIds", texts(rows.stream().map(Head::personId).toList()))
                .param("personNames", texts(rows.stream().map(Head::personName).toList()))
                .param("people", texts(rows.stream().map(Head::people).toList()))
                .param("requests", rows.stream().map(Head::request).toArray(Boolean[]::new))
                .param("unread", rows.stream().map(Head::unread).toArray(Boolean[]::new))
                .param("lastAt", texts(rows.stream().map(Head::lastAt).toList()))
                .param("lastTexts", texts(rows.stream().map(Head::lastText).toList()))
                .param("lastOwn", rows.stream().map(Head::lastOwn).toArray(Boolean[]::new))
                .query((row, n) -> Map.entry(
                        new ThreadId(row.getString("thread_id")), new ConversationId(row.getObject("id", UUID.class))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A conversation's head as it is stored. */
    private record Head(
            UUID id,
            String thread,
            @Nullable String personId,
            @Nullable String personName,
            String people,
            boolean request,
            @Nullable Boolean unread,
            String lastAt,
            String lastText,
            boolean lastOwn) {

        static Head of(Heard heard) {
            var conversation = heard.conversation();
            var other =
                    conversation.people().size() == 1 ? conversation.people().getFirst() : null;
            var newest = heard.messages().isEmpty() ? null : heard.messages().getFirst();
            var lastAt =
                    conversation.lastActivity() == null && newest != null ? newest.at() : conversation.lastActivity();
            return new Head(
                    Uuids.timeOrdered(),
                    conversation.id().value(),
                    other == null ? null : other.id().value(),
                    other == null ? null : other.username(),
                    String.join(
                            " ",
                            conversation.people().stream().map(Person::username).toList()),
                    conversation.request(),
                    conversation.unread(),
                    (lastAt == null ? Instant.now() : lastAt).toString(),
                    newest == null ? "" : Said.of(newest).content(),
                    newest != null && newest.own());
        }
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
                        texts(rows.stream()
                                .map(row -> row.message().id().value())
                                .toList()))
                .param("own", rows.stream().map(row -> row.message().own()).toArray(Boolean[]::new))
                .param("senders", texts(rows.stream().map(Row::sender).toList()))
                .param("at", texts(rows.stream().map(Row::at).toList()))
                .param(
                        "kinds",
                        texts(rows.stream().map(row -> row.said().kind()).toList()))
                .param(
                        "contents",
                        texts(rows.stream().map(row -> row.said().content()).toList()))
                .param("addresses", texts(rows.stream().map(Row::address).toList()))
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
                instant(row, "at"),
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
                                texts(messages.stream()
                                        .map(message -> message.id().value())
                                        .toList()))
                        .update());
    }

    /** Refuses with CONVERSATION_NOT_FOUND. */
    Place place(ConversationId id) {
        return jdbc.sql("""
                select account_id, thread_id, coalesce(person_name, people[1], '') as person,
                    (select instagram_id from conversation_messages
                     where conversation_id = conversations.id and not own and unsent_at is null
                     order by at desc, instagram_id desc limit 1) as last_heard
                from conversations where id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> new Place(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new ThreadId(row.getString("thread_id")),
                        row.getString("person"),
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
    void sent(AccountId account, ThreadId thread, MessageId message, String text, Instant at) {
        jdbc.sql("""
                with spoken as (
                    update conversations
                    set last_at = greatest(last_at, :at::timestamptz), last_text = :text, last_own = true, unread = false,
                        request = false, updated_at = now()
                    where account_id = :account and thread_id = :thread
                    returning id)
                insert into conversation_messages (
                    id, workspace_id, account_id, conversation_id, instagram_id, own, at, kind, content)
                select :id, current_workspace(), :account, id, :message, true, :at::timestamptz, 'text', :text from spoken
                on conflict do nothing
                """)
                .param("id", Uuids.timeOrdered())
                .param("account", account.value())
                .param("thread", thread.value())
                .param("message", message.value())
                .param("text", text)
                .param("at", at.toString())
                .update();
    }

    private static String[] texts(List<? extends @Nullable String> texts) {
        return texts.toArray(String[]::new);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static BotException notFound(ConversationId id) {
        return new BotException(
                ErrorCode.CONVERSATION_NOT_FOUND, "This workspace has no conversation with the id " + id + ".");
    }
}
