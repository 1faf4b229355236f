package dev.parley.server.tenancy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/** What a transaction says to the database together: writes that have waited, in the order in which they came, then perhaps a question. */
final class RoundTrip {

    private static final String BETWEEN = ";\n";

    private final List<Write> waiting = new ArrayList<>();

    void add(Write write) {
        waiting.add(write);
    }

    void make(JdbcOperations jdbc) {
        if (waiting.isEmpty()) {
            return;
        }
        PreparedStatementCallback<Boolean> sending = statement -> {
            send(statement, List.copyOf(waiting));
            return true;
        };
        jdbc.execute(sql(waiting), sending);
        waiting.clear();
    }

    <T> List<T> make(JdbcOperations jdbc, Question<T> question) {
        var all = new ArrayList<Statement<?>>(waiting);
        all.add(question);
        PreparedStatementCallback<List<T>> sending = statement -> {
            send(statement, all);
            return rows(statement, question.row());
        };
        var answer = jdbc.execute(sql(all), sending);
        waiting.clear();
        return answer == null ? List.of() : answer;
    }

    private static String sql(List<? extends Statement<?>> statements) {
        return String.join(
                BETWEEN,
                statements.stream()
                        .map(one -> NamedSql.of(one.sql()).positional())
                        .toList());
    }

    /** Leaves the statement at the result of the question, if there is one. */
    private void send(PreparedStatement statement, List<? extends Statement<?>> statements) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        statements.forEach(
                one -> Collections.addAll(values, NamedSql.of(one.sql()).values(one.params())));
        for (int i = 0; i < values.size(); i++) {
            StatementCreatorUtils.setParameterValue(statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, values.get(i));
        }
        statement.execute();
        for (var write : waiting) {
            write.changed(statement.getUpdateCount());
            statement.getMoreResults();
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, RowMapper<T> row) throws SQLException {
        var rows = new ArrayList<T>();
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                rows.add(row.mapRow(result, rows.size()));
            }
        }
        return rows;
    }
}
