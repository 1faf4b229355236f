package dev.parley.server.conversation;

import dev.parley.instagram.ThreadId;
import dev.parley.server.conversation.Known.Told;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of conversations, for a reading that looks for what is new. */
@Repository
class KnownConversations {

    /** More than Instagram gives of a conversation in the list of all. */
    private static final int NEWEST = 30;

    private final JdbcClient jdbc;

    KnownConversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the threads of which anything is known. */
    Map<ThreadId, Known> of(AccountId account, Collection<ThreadId> threads) {
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
                    var one = known.computeIfAbsent(new ThreadId(row.getString("thread_id")), of(row));
                    if (row.getString("instagram_id") != null) {
                        one.newest()
                                .put(
                                        row.getString("instagram_id"),
                                        new Told(row.getString("content"), Columns.instant(row, "at")));
                    }
                });
        return known;
    }

    private static Function<ThreadId, Known> of(ResultSet row) throws SQLException {
        var known = new Known(
                row.getBoolean("request"),
                row.getBoolean("unread"),
                Columns.instant(row, "last_at"),
                new LinkedHashMap<>());
        return thread -> known;
    }
}
