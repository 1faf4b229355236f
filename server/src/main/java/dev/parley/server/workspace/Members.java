package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who belongs to which workspace. */
@Component
class Members {

    private final JdbcClient database;

    Members(JdbcClient database) {
        this.database = database;
    }

    /** The oldest first. */
    List<Member> of(WorkspaceId workspace) {
        return select(workspace, "");
    }

    /** Held to the end of the transaction, so that two owners cannot remove each other at the same moment. */
    List<Member> holding(WorkspaceId workspace) {
        return select(workspace, "for update");
    }

    private List<Member> select(WorkspaceId workspace, String lock) {
        return database.sql("""
            select user_id, role, created_at from memberships where workspace_id = :workspace
            order by created_at, user_id
            """ + lock)
                .param("workspace", workspace.value())
                .query((row, n) -> new Member(
                        new UserId(row.getObject("user_id", UUID.class)),
                        WorkspaceRole.of(row.getString("role")),
                        Columns.instant(row, "created_at")))
                .list();
    }

    void add(WorkspaceId workspace, UserId user, WorkspaceRole role) {
        database.sql("insert into memberships (workspace_id, user_id, role) values (:workspace, :user, :role)")
                .param("workspace", workspace.value())
                .param("user", user.value())
                .param("role", role.stored())
                .update();
    }

    void change(WorkspaceId workspace, UserId user, WorkspaceRole role) {
        database.sql("update memberships set role = :role where workspace_id = :workspace and user_id = :user")
                .param("workspace", workspace.value())
                .param("user", user.value())
                .param("role", role.stored())
                .update();
    }

    void remove(WorkspaceId workspace, UserId user) {
        database.sql("delete from memberships where workspace_id = :workspace and user_id = :user")
                .param("workspace", workspace.value())
                .param("user", user.value())
                .update();
    }
}
