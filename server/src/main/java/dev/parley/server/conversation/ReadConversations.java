package dev.parley.server.conversation;

import dev.parley.server.contact.Labels;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.Page;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.tenancy.Conditions;
import dev.parley.server.tenancy.SearchWords;
import dev.parley.server.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The conversations of the bound workspace as they are shown. */
@Repository
class ReadConversations {

    private static final String WITH_WORDS = "id in (select conversations_with_words(to_tsquery('simple', :words)))";

    /** More than are ever told. */
    private static final int MOST_COUNTED = 100;

    private final JdbcClient jdbc;
    private final Labels labels;

    ReadConversations(JdbcClient jdbc, Labels labels) {
        this.jdbc = jdbc;
        this.labels = labels;
    }

    Page<ConversationView> page(ConversationFilter filter, @Nullable Cursor before, int limit) {
        var words = filter.q() == null ? null : SearchWords.beginning(filter.q());
        if (words != null && words.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var conditions = new Conditions()
                .and("account_id = :account", "account", value(filter.account()))
                .and("unread = :unread", "unread", filter.unread())
                .and("request = :request", "request", filter.request())
                .and("(assignee_id is not null) = :assigned", "assigned", filter.assigned())
                .and("assignee_id = :assignee", "assignee", value(filter.assignee()))
                .and("person_id = any(:labelled)", "labelled", labelled(filter))
                .and(WITH_WORDS, "words", words)
                .and("(last_at, id) < (:at, :id)", "at", Columns.of(before == null ? null : before.at()));
        var query = jdbc.sql("select * from conversations" + conditions.where()
                        + " order by last_at desc, id desc limit " + (limit + 1))
                .params(conditions.values());
        return Page.of(
                (before == null ? query : query.param("id", before.uuid()))
                        .query(ReadConversations::conversation)
                        .list(),
                limit,
                last -> new Cursor(last.lastAt(), last.id().toString()).toString());
    }

    private String @Nullable [] labelled(ConversationFilter filter) {
        var label = filter.label();
        return label == null || label.isBlank()
                ? null
                : labels.numbersWith(label).toArray(String[]::new);
    }

    /** Refuses with CONVERSATION_NOT_FOUND. */
    ConversationView get(ConversationId id) {
        return jdbc.sql("select * from conversations where id = :id")
                .param("id", id.value())
                .query(ReadConversations::conversation)
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    private static BotException notFound(ConversationId id) {
        return Conversations.notFound(id);
    }

    /** How many are unread; counted only as far as it matters. */
    int unread() {
        return jdbc.sql("""
                select count(*) from (
                    select from conversations where workspace_id = current_workspace() and unread limit :most) counted
                """).param("most", MOST_COUNTED).query(Integer.class).single();
    }

    private static ConversationView conversation(ResultSet row, int n) throws SQLException {
        var assignee = row.getString("assignee_id");
        return new ConversationView(
                new ConversationId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("account_name"),
                row.getString("person_name"),
                List.of((String[]) row.getArray("people").getArray()),
                row.getBoolean("request"),
                row.getBoolean("unread"),
                Columns.instant(row, "last_at"),
                row.getString("last_text"),
                row.getBoolean("last_own"),
                Columns.instantOrNull(row, "seen_at"),
                assignee == null ? null : new ConversationView.Assignee(assignee, row.getString("assignee_name")));
    }

    private static @Nullable UUID value(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    private static @Nullable UUID value(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
