package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** By id, beginning after the one given. */
    public List<WorkspaceOutline> outlines(@Nullable WorkspaceId after, int limit) {
        return outlines("cast(:id as uuid) is null or id > :id", after, limit);
    }

    public Optional<WorkspaceOutline> outline(WorkspaceId workspace) {
        return outlines("id = :id", workspace, 1).stream().findFirst();
    }

    private List<WorkspaceOutline> outlines(String which, @Nullable WorkspaceId id, int limit) {
        return jdbc.sql("""
                select id, personal_of is not null as personal, count(*) as members,
                    array_agg(user_id) filter (where role = 'owner') as owners
                from workspaces join memberships on workspace_id = id
                where %s group by id order by id limit :limit
                """.formatted(which))
                .param("id", id == null ? null : id.value())
                .param("limit", limit)
                .query((row, n) -> new WorkspaceOutline(
                        new WorkspaceId(row.getObject("id", UUID.class)),
                        row.getBoolean("personal"),
                        Stream.of((UUID[]) row.getArray("owners").getArray())
                                .map(UserId::new)
                                .toList(),
                        row.getInt("members")))
                .list();
    }
}
