package dev.parley.journeys.testing;

import dev.parley.cli.instance.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database as its owner sees it: all workspaces, past the server. */
public record Tables(DatabaseAddress address) {

    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public <T> List<T> rows(String query, Row<T> reader) {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reader.of(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + query, e);
        }
    }

    /** For what only time would bring about. */
    public void change(String command) {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.executeUpdate(command);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot run " + command, e);
        }
    }

    public Connection open() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    public List<String> texts(String query) {
        return rows(query, row -> row.getString(1));
    }

    public long number(String query) {
        return rows(query, row -> row.getLong(1)).getFirst();
    }
}
