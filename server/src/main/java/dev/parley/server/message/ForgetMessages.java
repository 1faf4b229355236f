package dev.parley.server.message;

import dev.parley.server.tenancy.Columns;
import dev.parley.server.workspace.Forgets;
import dev.parley.server.workspace.Kept;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages that a workspace keeps no longer; those that are still to be sent stay. */
@Repository
class ForgetMessages implements Forgets {

    private final JdbcClient jdbc;

    ForgetMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kept what() {
        return Kept.MESSAGES;
    }

    @Override
    public int forget(Instant before, int most) {
        return jdbc.sql("""
                delete from messages
                where id in (
                    select id from messages
                    where workspace_id = current_workspace() and created_at < :before and status <> 'queued'
                    order by created_at
                    limit :most)
                """)
                .param("before", Columns.of(before))
                .param("most", most)
                .update();
    }
}
