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

    WorkspaceId add(UserId owner, String name) {
        var workspace = WorkspaceId.create();
        database.sql("""
            with added as (insert into workspaces (id, name) values (:workspace, :name))
            insert into memberships (workspace_id, user_id, role) values (:workspace, :user, 'owner')
            """)
                .param("workspace", workspace.value())
                .param("name", name)
                .param("user", owner.value())
                .update();
        return workspace;
    }

    void rename(WorkspaceId workspace, String name) {
        database.sql("update workspaces set name = :name where id = :id")
                .param("id", workspace.value())
                .param("name", name)
                .update();
    }

    void remove(WorkspaceId workspace) {
        database.sql("delete from workspaces where id = :id")
                .param("id", workspace.value())
                .update();
    }

    String name(WorkspaceId workspace) {
        return database.sql("select name from workspaces where id = :id")
                .param("id", workspace.value())
                .query(String.class)
                .single();
    }

    boolean isPersonal(WorkspaceId workspace) {
        return database.sql("select personal_of is not null from workspaces where id = :id")
                .param("id", workspace.value())
                .query(Boolean.class)
                .single();
    }

    boolean isPersonalOf(UserId user, WorkspaceId workspace) {
        return personal(user).filter(workspace::equals).isPresent();
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
                        WorkspaceRole.of(row.getString("role")),
                        row.getBoolean("personal")))
                .list();
    }
}
