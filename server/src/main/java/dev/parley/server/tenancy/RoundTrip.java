package dev.parley.server.tenancy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/** What a transaction says to the database together, in the order in which it was said; again and again. */
final class RoundTrip {

    /** The same few statements come together all the time. */
    private static final Map<List<String>, String> TOGETHER = new ConcurrentHashMap<>();

    private final JdbcOperations database;
    private final List<Said> waiting = new ArrayList<>();

    RoundTrip(JdbcOperations database) {
        this.database = database;
    }

    private record Said(Statement<?> statement, Result result) {

        NamedSql sql() {
            return NamedSql.of(statement.sql());
        }
    }

    /** Takes what came of one statement. */
    @FunctionalInterface
    private interface Result {
        void take(PreparedStatement statement) throws SQLException;
    }

    void add(Write write) {
        waiting.add(new Said(write, statement -> write.changed(statement.getUpdateCount())));
    }

    <T> Answer<T> add(Question<T> question) {
        var answer = new Answer<T>(this::make);
        waiting.add(new Said(question, statement -> answer.read(statement.getResultSet(), question.row())));
        return answer;
    }

    void make() {
        if (waiting.isEmpty()) {
            return;
        }
        var all = List.copyOf(waiting);
        waiting.clear();
        PreparedStatementCallback<Boolean> sending = statement -> {
            send(statement, all);
            return true;
        };
        database.execute(sql(all), sending);
    }

    private static String sql(List<Said> all) {
        var statements = all.stream().map(said -> said.sql().positional()).toList();
        return TOGETHER.computeIfAbsent(statements, few -> String.join(";\n", few));
    }

    private static void send(PreparedStatement statement, List<Said> all) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        all.forEach(said ->
                Collections.addAll(values, said.sql().values(said.statement().params())));
        for (int i = 0; i < values.size(); i++) {
            StatementCreatorUtils.setParameterValue(statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, values.get(i));
        }
        statement.execute();
        for (var said : all) {
            said.result().take(statement);
            statement.getMoreResults();
        }
    }
}
