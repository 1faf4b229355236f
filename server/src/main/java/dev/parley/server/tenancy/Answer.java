package dev.parley.server.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** What a {@link Question} is answered with: read when it is first wanted, or when another question has made the round trip. */
public final class Answer<T> {

    private final Runnable roundTrip;
    private @Nullable List<T> rows;

    Answer(Runnable roundTrip) {
        this.roundTrip = roundTrip;
    }

    public List<T> rows() {
        if (rows == null) {
            roundTrip.run();
        }
        if (rows == null) {
            throw new IllegalStateException("the round trip has failed");
        }
        return rows;
    }

    public Optional<T> first() {
        return rows().stream().findFirst();
    }

    /** Now there are answers, perhaps none. */
    void begin() {
        rows = new ArrayList<>();
    }

    void read(ResultSet result, RowMapper<T> row) throws SQLException {
        var read = Objects.requireNonNull(rows);
        read.add(row.mapRow(result, read.size()));
    }
}
