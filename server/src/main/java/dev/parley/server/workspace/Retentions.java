package dev.parley.server.workspace;

import dev.parley.server.core.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long each workspace keeps what it holds of other people. */
@Repository
class Retentions {

    private final JdbcClient jdbc;

    Retentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Retention of(WorkspaceId workspace) {
        return jdbc.sql("""
                select keep_messages_days, keep_contacts_days, keep_screenshots_days from workspaces where id = :id
                """)
                .param("id", workspace.value())
                .query((row, n) -> new Retention(
                        row.getObject(1, Integer.class),
                        row.getObject(2, Integer.class),
                        row.getObject(3, Integer.class)))
                .single();
    }

    void change(WorkspaceId workspace, Retention retention) {
        jdbc.sql("""
                update workspaces
                set keep_messages_days = :messages, keep_contacts_days = :contacts, keep_screenshots_days = :screenshots
                where id = :id
                """)
                .param("id", workspace.value())
                .param("messages", retention.messagesDays())
                .param("contacts", retention.contactsDays())
                .param("screenshots", retention.screenshotsDays())
                .update();
    }
}
