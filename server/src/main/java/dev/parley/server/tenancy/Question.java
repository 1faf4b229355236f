package dev.parley.server.tenancy;

import org.springframework.jdbc.core.RowMapper;

/** A statement that gives rows; all that waits goes ahead of it, in the same round trip. */
public final class Question<T> extends Statement<Question<T>> {

    private final RowMapper<T> row;

    private Question(String sql, RowMapper<T> row) {
        super(sql);
        this.row = row;
    }

    private Question(Each each, RowMapper<T> row) {
        super(each);
        this.row = row;
    }

    public static <T> Question<T> of(Each each, RowMapper<T> row) {
        return new Question<>(each, row);
    }

    public static <T> Question<T> of(String sql, RowMapper<T> row) {
        return new Question<>(sql, row);
    }

    RowMapper<T> row() {
        return row;
    }

    @Override
    Question<T> self() {
        return this;
    }
}
