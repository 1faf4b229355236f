package dev.parley.server.conversation;

import dev.parley.server.tenancy.Columns;
import dev.parley.server.workspace.Forgets;
import dev.parley.server.workspace.Kept;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages of conversations that a workspace keeps no longer, and conversations in which nothing was said since. */
@Repository
class ForgetConversations implements Forgets {

    private final JdbcClient jdbc;

    ForgetConversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kept what() {
        return Kept.MESSAGES;
    }

    @Override
    public int forget(Instant before, int most) {
        var messages = jdbc.sql("""
                delete from conversation_messages
                where id in (
                    select id from conversation_messages
                    where workspace_id = current_workspace() and at < :before
                    limit :most)
                """)
                .param("before", Columns.of(before))
                .param("most", most)
                .update();
        if (messages < most) {
            jdbc.sql("delete from conversations where workspace_id = current_workspace() and last_at < :before")
                    .param("before", Columns.of(before))
                    .update();
        }
        return messages;
    }
}
