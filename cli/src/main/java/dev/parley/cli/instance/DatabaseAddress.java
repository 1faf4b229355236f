package dev.parley.cli.instance;

/**
 * Where a PostgreSQL is and who may enter it. Secret.
 *
 * @param password of characters that need no escaping in a URL
 */
public record DatabaseAddress(String host, int port, String database, String user, String password) {

    /** {@code postgresql://user:password@host:port/database}. */
    public String url() {
        return "postgresql://%s:%s@%s:%d/%s".formatted(user, password, host, port, database);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    DatabaseAddress as(String otherUser, String otherDatabase) {
        return new DatabaseAddress(host, port, otherDatabase, otherUser, password);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
    }
}
