package dev.parley.server.tenancy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One statement of a round trip; one over a table of parameters may be said several times, by one row of it each. */
final class Said {

    private final NamedSql sql;
    private final @Nullable Each each;
    private final List<Map<String, @Nullable Object>> params = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();
    private final List<Asked<?>> asked = new ArrayList<>();

    Said(Statement<?> statement) {
        this.sql = NamedSql.of(statement.sql());
        this.each = statement.each();
    }

    private record Asked<T>(Question<T> question, Answer<T> answer) {

        void read(ResultSet row) throws SQLException {
            answer.read(row, question.row());
        }
    }

    boolean isSameAs(Statement<?> statement) {
        return each != null && each == statement.each();
    }

    void add(Write write) {
        params.add(write.params());
        writes.add(write);
    }

    <T> void add(Question<T> question, Answer<T> answer) {
        params.add(question.params());
        asked.add(new Asked<>(question, answer));
    }

    String positional() {
        return sql.positional();
    }

    /** In the order of their places. */
    @Nullable
    Object[] values() {
        return sql.values(each == null ? params.getFirst() : each.together(params));
    }

    /** Takes what came of it. */
    void take(PreparedStatement statement) throws SQLException {
        if (asked.isEmpty()) {
            check(statement.getUpdateCount());
            return;
        }
        asked.forEach(one -> one.answer().begin());
        var rows = statement.getResultSet();
        while (rows.next()) {
            asked.get(each == null ? 0 : rows.getInt(Each.NUMBER) - 1).read(rows);
        }
    }

    /** Whose row is missing, nobody knows. */
    private void check(int rows) {
        for (var write : writes) {
            var failure = write.unlessOneRow();
            if (failure != null && rows != writes.size()) {
                throw failure.get();
            }
        }
    }
}
