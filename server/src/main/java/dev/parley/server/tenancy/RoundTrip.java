package dev.parley.server.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/** What a transaction says to the database together, in the order in which it was said; again and again. */
final class RoundTrip {

    /** The same few statements come together most of the time. */
    private static final Cache<List<String>, String> TOGETHER =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private final JdbcOperations database;
    private final List<Said> waiting = new ArrayList<>();

    /** How many stand before whatever those say who speak now. */
    private int before;

    /** Where whoever speaks has got to: what they say next stands there or later. */
    private int after;

    RoundTrip(JdbcOperations database) {
        this.database = database;
    }

    void add(Write write) {
        place(write).add(write);
    }

    <T> Answer<T> add(Question<T> question) {
        var answer = new Answer<T>(this::make);
        place(question).add(question, answer);
        return answer;
    }

    /** Several speak, one after another, none of whom depends on what another says. */
    <T, R> List<R> forEach(List<T> all, Function<T, R> speaking) {
        before = waiting.size();
        var results = new ArrayList<R>(all.size());
        for (var one : all) {
            after = before;
            results.add(speaking.apply(one));
        }
        after = waiting.size();
        return results;
    }

    /** With what is the same, said by others; but what somebody says stays in the order in which they say it. */
    private Said place(Statement<?> statement) {
        var place = after;
        while (place < waiting.size() && !waiting.get(place).isSameAs(statement)) {
            place++;
        }
        if (place == waiting.size()) {
            place = after;
            waiting.add(place, new Said(statement));
        }
        after = place + 1;
        return waiting.get(place);
    }

    void make() {
        if (waiting.isEmpty()) {
            return;
        }
        var all = List.copyOf(waiting);
        waiting.clear();
        before = 0;
        after = 0;
        PreparedStatementCallback<Boolean> sending = statement -> {
            send(statement, all);
            return true;
        };
        database.execute(sql(all), sending);
    }

    private static String sql(List<Said> all) {
        var statements = all.stream().map(Said::positional).toList();
        return TOGETHER.get(statements, few -> String.join(";\n", few));
    }

    private static void send(PreparedStatement statement, List<Said> all) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        all.forEach(said -> Collections.addAll(values, said.values()));
        for (int i = 0; i < values.size(); i++) {
            StatementCreatorUtils.setParameterValue(statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, values.get(i));
        }
        statement.execute();
        for (var said : all) {
            said.take(statement);
            statement.getMoreResults();
        }
    }
}
