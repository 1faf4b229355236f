package dev.parley.server.workspace;

import dev.parley.server.core.WorkspaceId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every workspace of the instance, for work that must be done in each of them. */
@Repository
public class AllWorkspaces {

    private final JdbcClient jdbc;

    AllWorkspaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<WorkspaceId> list() {
        return jdbc.sql("select id from workspaces order by id")
                .query((row, n) -> new WorkspaceId(row.getObject("id", UUID.class)))
                .list();
    }
}
