package dev.parley.cli.instance;

import dev.parley.cli.process.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A database by its URL, as its owner enters it. Secret.
 *
 * @param place {@code host:port/database}
 * @param options with their question mark, or empty
 */
public record GivenDatabase(String place, String options, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    /** Of {@code postgresql://user:password@host:port/database}, with options after a question mark. */
    public static GivenDatabase of(String url) {
        try {
            var address = new URI(url.strip());
            if (address.getHost() == null
                    || address.getRawUserInfo() == null
                    || address.getPath().length() < 2) {
                throw notAnAddress();
            }
            var who = address.getRawUserInfo().split(":", 2);
            var port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
            return new GivenDatabase(
                    address.getHost() + ":" + port + address.getRawPath(),
                    address.getRawQuery() == null ? "" : "?" + address.getRawQuery(),
                    decode(who[0]),
                    who.length < 2 ? "" : decode(who[1]));
        } catch (URISyntaxException malformed) {
            // the cause would quote the address, and the password with it
            throw notAnAddress();
        }
    }

    private static Problem notAnAddress() {
        return new Problem(
                "the database's URL (--database-url, DATABASE_URL) is not an address like postgresql://user:password@host:port/name");
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + place + options, user, password);
    }

    /** One value. */
    public String ask(String query) {
        return list(query).getFirst();
    }

    public List<String> list(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new Problem("the database %s cannot be asked: %s".formatted(place, e.getMessage()), e);
        }
    }

    public void execute(String command) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new Problem("the database %s cannot be prepared: %s".formatted(place, e.getMessage()), e);
        }
    }

    /** For PostgreSQL's own programs; the password is in {@link #environment}, where other people of the machine do not see it. */
    public String address() {
        return "postgresql://" + place + options;
    }

    public Map<String, String> environment() {
        return Map.of("PGUSER", user, "PGPASSWORD", password);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return place;
    }
}
