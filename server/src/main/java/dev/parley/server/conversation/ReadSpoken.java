package dev.parley.server.conversation;

import dev.parley.server.core.Page;
import dev.parley.server.message.ReadMessages;
import dev.parley.server.message.Undelivered;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.tenancy.Conditions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said in a conversation, and between it what the account tried to say and has not arrived. Joins the caller's transaction. */
@Repository
class ReadSpoken {

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final ReadMessages messages;

    ReadSpoken(JdbcClient jdbc, Conversations conversations, ReadMessages messages) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.messages = messages;
    }

    /** Newest first. Refuses with CONVERSATION_NOT_FOUND. */
    Page<SpokenView> page(ConversationId id, @Nullable SpokenPosition before, int limit) {
        var attempts = messages.undelivered(undelivered(id, before), limit + 1).stream()
                .map(SpokenView::of);
        var both = Stream.concat(said(id, before, limit + 1).stream(), attempts)
                .sorted(Comparator.comparing(SpokenView::at).reversed())
                .toList();
        return Page.of(both, limit, SpokenPosition::after);
    }

    private Undelivered undelivered(ConversationId id, @Nullable SpokenPosition before) {
        var place = conversations.place(id);
        return new Undelivered(
                place.account(),
                place.thread(),
                place.people(),
                place.direct(),
                before == null ? null : before.attempt());
    }

    private List<SpokenView> said(ConversationId id, @Nullable SpokenPosition before, int most) {
        var conditions = new Conditions()
                .and("conversation_id = :conversation", "conversation", id.value())
                .and("(at, instagram_id) < (:at, :id)", "at", Columns.of(before == null ? null : before.at()));
        var query = jdbc.sql("select * from conversation_messages" + conditions.where()
                        + " order by at desc, instagram_id desc limit " + most)
                .params(conditions.values());
        return (before == null ? query : query.param("id", before.said()))
                .query(ReadSpoken::spoken)
                .list();
    }

    private static SpokenView spoken(ResultSet row, int n) throws SQLException {
        return new SpokenView(
                row.getObject("id", UUID.class),
                row.getString("instagram_id"),
                row.getBoolean("own"),
                Columns.instant(row, "at"),
                row.getString("kind"),
                row.getString("content"),
                row.getString("address"),
                Columns.instantOrNull(row, "edited_at"),
                Columns.instantOrNull(row, "unsent_at"),
                row.getString("reaction"),
                null);
    }
}
