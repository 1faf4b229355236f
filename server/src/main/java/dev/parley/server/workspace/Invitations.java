package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.vault.RandomSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open invitations of the bound workspace. */
@Component
class Invitations {

    private final JdbcClient database;

    Invitations(JdbcClient database) {
        this.database = database;
    }

    void add(Invitation invitation, RandomSecret secret) {
        database.sql("""
            insert into invitations (id, workspace_id, role, email, secret_hash, invited_by, created_at, expires_at)
            values (:id, :workspace, :role, :email, :hash, :invitedBy, :createdAt, :expiresAt)
            """)
                .param("id", invitation.id().value())
                .param("workspace", invitation.workspace().value())
                .param("role", invitation.role().stored())
                .param("email", invitation.email())
                .param("hash", secret.hash())
                .param("invitedBy", invitation.invitedBy().value())
                .param("createdAt", Timestamp.from(invitation.createdAt()))
                .param("expiresAt", Timestamp.from(invitation.expiresAt()))
                .update();
    }

    List<Invitation> open(Instant now) {
        return database.sql("select * from invitations where expires_at > :now order by created_at, id")
                .param("now", Timestamp.from(now))
                .query(Invitations::invitation)
                .list();
    }

    void removeExpired(Instant now) {
        database.sql("delete from invitations where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Invitation> find(InvitationId id) {
        return database.sql("select * from invitations where id = :id")
                .param("id", id.value())
                .query(Invitations::invitation)
                .optional();
    }

    void remove(InvitationId id) {
        database.sql("delete from invitations where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Before any workspace is bound. */
    Optional<WorkspaceId> workspace(RandomSecret secret) {
        return database.sql("select found from inviting_workspace(:hash) as found where found is not null")
                .param("hash", secret.hash())
                .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .optional();
    }

    Optional<Invitation> find(RandomSecret secret, Instant now) {
        return database.sql("select * from invitations where secret_hash = :hash and expires_at > :now")
                .param("hash", secret.hash())
                .param("now", Timestamp.from(now))
                .query(Invitations::invitation)
                .optional();
    }

    /** Of two who follow a link at once, only one finds it. */
    Optional<Invitation> take(RandomSecret secret, Instant now) {
        return database.sql("delete from invitations where secret_hash = :hash and expires_at > :now returning *")
                .param("hash", secret.hash())
                .param("now", Timestamp.from(now))
                .query(Invitations::invitation)
                .optional();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                new InvitationId(row.getObject("id", UUID.class)),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                WorkspaceRole.of(row.getString("role")),
                row.getString("email"),
                new UserId(row.getObject("invited_by", UUID.class)),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"));
    }
}
