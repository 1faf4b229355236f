package dev.parley.server.tenancy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A statement whose result nobody reads, nor what it writes within the same transaction. Parameters have names. */
public final class Write {

    private final String sql;
    private final Map<String, @Nullable Object> params = new LinkedHashMap<>();
    private @Nullable Supplier<? extends RuntimeException> unlessOneRow;

    private Write(String sql) {
        this.sql = sql;
    }

    public static Write of(String sql) {
        return new Write(sql);
    }

    public Write param(String name, @Nullable Object value) {
        params.put(name, value);
        return this;
    }

    /** Unless it changes exactly one row, the transaction fails with this. */
    public Write orElseThrow(Supplier<? extends RuntimeException> failure) {
        unlessOneRow = failure;
        return this;
    }

    String sql() {
        return sql;
    }

    Map<String, @Nullable Object> params() {
        return params;
    }

    void changed(int rows) {
        if (unlessOneRow != null && rows != 1) {
            throw unlessOneRow.get();
        }
    }
}
