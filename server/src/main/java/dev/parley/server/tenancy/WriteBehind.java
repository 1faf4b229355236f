package dev.parley.server.tenancy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** The writes of a transaction that can wait for its end: sent together, in the order in which they came, in one round trip. */
final class WriteBehind {

    private static final String BETWEEN = ";\n";

    private final List<Write> waiting = new ArrayList<>();

    void add(Write write) {
        waiting.add(write);
    }

    void flush(JdbcOperations jdbc) {
        if (waiting.isEmpty()) {
            return;
        }
        var sql = new ArrayList<String>();
        var values = new ArrayList<@Nullable Object>();
        for (var write : waiting) {
            var params = new MapSqlParameterSource(write.params());
            sql.add(NamedParameterUtils.substituteNamedParameters(write.sql(), params)
                    .strip());
            Collections.addAll(values, NamedParameterUtils.buildValueArray(write.sql(), write.params()));
        }
        PreparedStatementCallback<Boolean> execution = statement -> execute(statement, values);
        jdbc.execute(String.join(BETWEEN, sql), execution);
        waiting.clear();
    }

    private boolean execute(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            StatementCreatorUtils.setParameterValue(statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, values.get(i));
        }
        var rows = statement.execute();
        for (var write : waiting) {
            write.changed(statement.getUpdateCount());
            statement.getMoreResults();
        }
        return rows;
    }
}
