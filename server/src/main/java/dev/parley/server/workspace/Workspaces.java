package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The workspaces of the instance, and who belongs to them. */
@Component
class Workspaces {

    /** A workspace as one of its members sees it. */
    record Membership(WorkspaceId id, String name, String role, boolean personal) {}

    private final JdbcClient database;

    Workspaces(JdbcClient database) {
        this.database = database;
    }

    WorkspaceId addPersonal(UserId user, String name) {
        var workspace = WorkspaceId.create();
        database.sql("""
                with added as (insert into workspaces (id, name, personal_of) values (:workspace, :name, :user))
                insert into memberships (workspace_id, user_id, role) values (:workspace, :user, 'owner')
                """)
                .param("workspace", workspace.value())
                .param("name", name)
                .param("user", user.value())
                .update();
        return workspace;
    }

    Optional<WorkspaceId> personal(UserId user) {
        return database.sql("select id from workspaces where personal_of = :user")
                .param("user", user.value())
                .query((row, n) -> new WorkspaceId(row.getObject("id", UUID.class)))
                .optional();
    }

    boolean isMember(UserId user, WorkspaceId workspace) {
        return database.sql("select true from memberships where workspace_id = :workspace and user_id = :user")
                .param("workspace", workspace.value())
                .param("user", user.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    List<Membership> of(UserId user) {
        return database.sql("""
                select id, name, role, personal_of is not distinct from :user as personal
                from workspaces join memberships on workspace_id = id
                where user_id = :user order by personal desc, name, id
                """)
                .param("user", user.value())
                .query((row, n) -> new Membership(
                        new WorkspaceId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("role"),
                        row.getBoolean("personal")))
                .list();
    }
}
