package dev.parley.server.conversation;

import static java.util.stream.Collectors.toMap;

import dev.parley.instagram.Person;
import dev.parley.instagram.ThreadId;
import dev.parley.server.account.Account;
import dev.parley.server.core.Uuids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What readings find out about the conversations themselves. */
@Repository
class HeardConversations {

    private final JdbcClient jdbc;

    HeardConversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    static String[] texts(List<? extends @Nullable String> texts) {
        return texts.toArray(String[]::new);
    }
}
