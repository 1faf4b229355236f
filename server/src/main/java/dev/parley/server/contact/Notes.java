package dev.parley.server.contact;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Uuids;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the members of the bound workspace wrote down about people. */
@Repository
class Notes {

    private final JdbcClient jdbc;

    Notes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<Note> of(Collection<String> numbers) {
        return jdbc.sql("""
                select * from person_notes
                where workspace_id = current_workspace() and instagram_user_id = any(:numbers)
                order by id desc
                """)
                .param("numbers", numbers.toArray(String[]::new))
                .query(Notes::note)
                .list();
    }

    Note add(Caller caller, String number, String text) {
        return jdbc.sql("""
                insert into person_notes (id, workspace_id, instagram_user_id, text, user_id, user_name)
                values (:id, current_workspace(), :number, :text, :user, :userName)
                returning *
                """)
                .param("id", Uuids.timeOrdered())
                .param("number", number)
                .param("text", text)
                .param("user", caller.user().value())
                .param("userName", caller.username())
                .query(Notes::note)
                .single();
    }

    /** Refuses with NOTE_NOT_FOUND what is not about these numbers. */
    Note edit(Caller caller, Collection<String> numbers, UUID id, String text) {
        return jdbc.sql("""
                update person_notes set text = :text, edited_by = :userName, edited_at = now()
                where id = :id and instagram_user_id = any(:numbers)
                returning *
                """)
                .param("id", id)
                .param("numbers", numbers.toArray(String[]::new))
                .param("text", text)
                .param("userName", caller.username())
                .query(Notes::note)
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    /** The same. */
    void remove(Collection<String> numbers, UUID id) {
        var removed = jdbc.sql("delete from person_notes where id = :id and instagram_user_id = any(:numbers)")
                .param("id", id)
                .param("numbers", numbers.toArray(String[]::new))
                .update();
        if (removed == 0) {
            throw notFound(id);
        }
    }

    void forget(Collection<String> numbers) {
        jdbc.sql("""
                delete from person_notes
                where workspace_id = current_workspace() and instagram_user_id = any(:numbers)
                """).param("numbers", numbers.toArray(String[]::new)).update();
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        return new Note(
                row.getObject("id", UUID.class),
                row.getString("text"),
                row.getString("user_name"),
                Columns.instant(row, "created_at"),
                row.getString("edited_by"),
                Columns.instantOrNull(row, "edited_at"));
    }

    private static BotException notFound(UUID id) {
        return new BotException(ErrorCode.NOTE_NOT_FOUND, "There is no note with the id " + id + " about this person.");
    }
}
