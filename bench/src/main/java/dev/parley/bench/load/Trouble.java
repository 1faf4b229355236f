package dev.parley.bench.load;

import java.sql.SQLException;
import java.time.Duration;

/** What goes wrong while there is much to do. */
enum Trouble {
    DATABASE_RESTARTED("the database was shut down at once and restarted") {
        @Override
        void happen(LoadedNodes nodes) {
            nodes.database().abort();
            nodes.database().startAgain();
            nodes.reconnect();
        }
    },
    CONNECTIONS_CUT("all connections were cut") {
        @Override
        void happen(LoadedNodes nodes) throws SQLException {
            try (var connection = nodes.connection();
                    var statement = connection.createStatement()) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'parley_app'");
            }
        }
    },
    CONNECTIONS_EXHAUSTED("no connection came back for 15 s") {
        @Override
        void happen(LoadedNodes nodes) throws SQLException {
            try (var connection = nodes.connection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table bot_instances in access exclusive mode");
                nodes.waitFor(HELD);
                connection.rollback();
            }
        }
    },
    NODE_KILLED("one of the nodes was killed and started again") {
        @Override
        void happen(LoadedNodes nodes) {
            nodes.victim().process().kill();
            nodes.victim().startAgain();
        }
    },
    NODE_KILLED_REPEATEDLY("it was killed and started again three times") {
        @Override
        void happen(LoadedNodes nodes) throws SQLException {
            for (var n = 0; n < TIMES; n++) {
                NODE_KILLED.happen(nodes);
            }
        }
    };

    private static final Duration HELD = Duration.ofSeconds(15);
    private static final int TIMES = 3;

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    /** Returns when it is over. */
    abstract void happen(LoadedNodes nodes) throws SQLException;

    @Override
    public String toString() {
        return words;
    }
}
