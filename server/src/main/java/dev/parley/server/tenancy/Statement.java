package dev.parley.server.tenancy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something to be said to the database, with named parameters. */
abstract sealed class Statement<S extends Statement<S>> permits Write, Question {

    private final String sql;
    private final Map<String, @Nullable Object> params = new LinkedHashMap<>();

    Statement(String sql) {
        this.sql = sql;
    }

    public S param(String name, @Nullable Object value) {
        params.put(name, value);
        return self();
    }

    abstract S self();

    String sql() {
        return sql;
    }

    Map<String, @Nullable Object> params() {
        return params;
    }
}
