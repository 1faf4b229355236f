package dev.parley.server.web;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Tells a database that is away from a statement that is wrong. */
final class DatabaseOutage {

    /** Connection lost; out of resources; shut down or not ready; cut off while idle or by a timeout of the connection's pool. */
    private static final List<String> STATES = List.of("08", "53", "57P", "25P03");

    private DatabaseOutage() {}

    static boolean isOne(DataAccessException failure) {
        return failure instanceof CannotGetJdbcConnectionException
                || Stream.iterate((Throwable) failure, link -> link != null, Throwable::getCause)
                        .anyMatch(DatabaseOutage::isState);
    }

    private static boolean isState(Throwable link) {
        return link instanceof SQLException failed
                && failed.getSQLState() != null
                && STATES.stream().anyMatch(failed.getSQLState()::startsWith);
    }
}
