package dev.parley.server.tenancy;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Array;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement over a table of its parameters, called {@code each}: whoever says it gives one row of that table. Said by several in one
 * round trip, it is one statement.
 */
public final class Each {

    /** The column that tells which row it was. */
    static final String NUMBER = "n";

    /** Fact, pgjdbc 42.7: of arrays of any other class it does not know the type, and asks the database for it. All else goes as text. */
    private static final Map<String, Class<?>> SENT_AS =
            Map.of("int8", Long.class, "int4", Integer.class, "float8", Double.class, "bool", Boolean.class);

    private final List<Column> columns;
    private final String sql;

    private Each(List<Column> columns, String sql) {
        this.columns = columns;
        this.sql = sql;
    }

    /** @param type of PostgreSQL */
    private record Column(String name, String type) {

        private static Column of(String words) {
            var parts = words.strip().split(" ", 2);
            return new Column(parts[0], parts[1]);
        }

        private String placeholder() {
            return ":%s::%s[]".formatted(name, type);
        }
    }

    /**
     * @param columns of the table, like {@code account uuid, epoch int8}; each is the name of a parameter, which may be null
     * @param sql in which <code>{each}</code> stands for the table; where it gives rows, {@code each.n} must be among their columns
     */
    public static Each of(String columns, String sql) {
        var all = Stream.of(columns.split(",")).map(Column::of).toList();
        var table = "unnest(%s) with ordinality as each (%s, %s)"
                .formatted(
                        all.stream().map(Column::placeholder).collect(joining(", ")),
                        all.stream().map(Column::name).collect(joining(", ")),
                        NUMBER);
        return new Each(all, sql.replace("{each}", table));
    }

    String sql() {
        return sql;
    }

    /** The parameters of the whole statement. */
    Map<String, @Nullable Object> together(List<Map<String, @Nullable Object>> rows) {
        rows.forEach(this::check);
        var arrays = new HashMap<String, @Nullable Object>();
        columns.forEach(column -> arrays.put(column.name, array(column, rows)));
        return arrays;
    }

    private void check(Map<String, @Nullable Object> row) {
        if (row.size() != columns.size() || !columns.stream().map(Column::name).allMatch(row::containsKey)) {
            throw new IllegalStateException("The parameters are " + row.keySet() + ", not " + columns);
        }
    }

    private static Object array(Column column, List<Map<String, @Nullable Object>> rows) {
        var sentAs = SENT_AS.getOrDefault(column.type, String.class);
        var values = Array.newInstance(sentAs, rows.size());
        for (var n = 0; n < rows.size(); n++) {
            var value = rows.get(n).get(column.name);
            Array.set(values, n, value == null || sentAs.isInstance(value) ? value : text(value));
        }
        return values;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : value.toString();
    }
}
