package dev.parley.server.conversation;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The prepared answers of the bound workspace. */
@Repository
class CannedAnswers {

    private final JdbcClient jdbc;

    CannedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CannedAnswer> all() {
        return jdbc.sql("select * from canned_answers where workspace_id = current_workspace() order by title, id")
                .query(CannedAnswers::read)
                .list();
    }

    /** Refuses with CANNED_ANSWER_NOT_FOUND. */
    CannedAnswer get(CannedAnswerId id) {
        return jdbc.sql("select * from canned_answers where id = :id")
                .param("id", id.value())
                .query(CannedAnswers::read)
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    /** A new one, or another text of one. Refuses with CANNED_ANSWER_EXISTS where another has the title. */
    CannedAnswer put(CannedAnswer answer) {
        try {
            return jdbc.sql("""
                    insert into canned_answers (id, workspace_id, title, content)
                    values (:id, current_workspace(), :title, :content)
                    on conflict (id) do update set title = excluded.title, content = excluded.content
                    returning *
                    """)
                    .param("id", answer.id().value())
                    .param("title", answer.title())
                    .param("content", answer.content())
                    .query(CannedAnswers::read)
                    .single();
        } catch (DuplicateKeyException taken) {
            throw new BotException(
                    ErrorCode.CANNED_ANSWER_EXISTS, "There is another prepared answer “" + answer.title() + "”.");
        }
    }

    void remove(CannedAnswerId id) {
        var removed = jdbc.sql("delete from canned_answers where id = :id")
                .param("id", id.value())
                .update();
        if (removed == 0) {
            throw notFound(id);
        }
    }

    private static CannedAnswer read(ResultSet row, int n) throws SQLException {
        return new CannedAnswer(
                new CannedAnswerId(row.getObject("id", UUID.class)), row.getString("title"), row.getString("content"));
    }

    private static BotException notFound(CannedAnswerId id) {
        return new BotException(
                ErrorCode.CANNED_ANSWER_NOT_FOUND, "This workspace has no prepared answer with the id " + id + ".");
    }
}
