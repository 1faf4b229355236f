package dev.parley.server.web;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Tells a database that is away or full from a statement that is wrong. */
final class DatabaseOutage {

    /** Connection lost; out of resources; shut down or not ready; cut off while idle or by a timeout of the connection's pool. */
    private static final List<String> STATES = List.of("08", "53", "57P", "25P03");

    private static final String FULL = "53100";

    private DatabaseOutage() {}

    static boolean isOne(DataAccessException failure) {
        return failure instanceof CannotGetJdbcConnectionException
                || states(failure).anyMatch(state -> STATES.stream().anyMatch(state::startsWith));
    }

    /** Whether it could not write, since there is no room on its disk. */
    static boolean isFull(Throwable failure) {
        return states(failure).anyMatch(FULL::equals);
    }

    private static Stream<String> states(Throwable failure) {
        return Stream.iterate(failure, link -> link != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(link -> ((SQLException) link).getSQLState())
                .filter(Objects::nonNull);
    }
}
