package dev.parley.server.contact;

import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people whom no bot of the workspace ever touches, by username. */
@Repository
class ProtectedPeople {

    private final JdbcClient jdbc;

    ProtectedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In alphabetical order; the cursor is the last username of the page before. */
    Page<ProtectedPerson> page(@Nullable String cursor, int limit) {
        var people = jdbc.sql("""
                select username, note, created_at
                from protected_people
                where workspace_id = current_workspace() and username > :cursor
                order by username
                limit :limit
                """)
                .param("cursor", cursor == null ? "" : cursor)
                .param("limit", limit + 1)
                .query((row, index) -> person(row))
                .list();
        return Page.of(people, limit, ProtectedPerson::username);
    }

    ProtectedPerson protect(String username, @Nullable String note) {
        return jdbc.sql("""
                insert into protected_people (workspace_id, username, note)
                values (current_workspace(), :username, :note)
                on conflict (workspace_id, username) do update set note = excluded.note
                returning username, note, created_at
                """)
                .param("username", username)
                .param("note", note)
                .query((row, index) -> person(row))
                .single();
    }

    void release(String username) {
        jdbc.sql("delete from protected_people where workspace_id = current_workspace() and username = :username")
                .param("username", username)
                .update();
    }

    private static ProtectedPerson person(ResultSet row) throws SQLException {
        return new ProtectedPerson(
                row.getString("username"), row.getString("note"), Columns.instant(row, "created_at"));
    }
}
