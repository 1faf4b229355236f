package dev.parley.server.tenancy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/** Something to be said to the database, with named parameters. */
abstract sealed class Statement<S extends Statement<S>> permits Write, Question {

    private final String sql;
    private final @Nullable Each each;
    private final Map<String, @Nullable Object> params = new LinkedHashMap<>();

    Statement(String sql) {
        this.sql = sql;
        this.each = null;
    }

    Statement(Each each) {
        this.sql = each.sql();
        this.each = each;
    }

    public S param(String name, @Nullable Object value) {
        params.put(name, value);
        return self();
    }

    /**
     * One that may be null, in a question that travels with others. The driver waits for the answers to all that was said before, when
     * it sends a question of which it had to ask what its parameters are.
     *
     * @param type of {@link java.sql.Types}
     */
    public S param(String name, int type, @Nullable Object value) {
        return param(name, new SqlParameterValue(type, value));
    }

    abstract S self();

    String sql() {
        return sql;
    }

    @Nullable
    Each each() {
        return each;
    }

    Map<String, @Nullable Object> params() {
        return params;
    }
}
