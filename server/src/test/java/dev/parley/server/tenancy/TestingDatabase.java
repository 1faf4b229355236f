package dev.parley.server.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A migrated database of its own on a real PostgreSQL, one server per JVM. As a static {@code @RegisterExtension} it lives as
 * long as its test class. The owner is no superuser, so that what holds here holds in production.
 */
public final class TestingDatabase implements AfterAllCallback, AutoCloseable {

    private static final String OWNER = "parley_owner";
    private static final String APP = "parley_app";
    private static final String PASSWORD = "testing";
    private static final int CONNECTIONS = 16;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DatabaseUrl url;
    private final HikariDataSource app;

    private TestingDatabase(DatabaseUrl url) {
        this.url = url;
        this.app = Database.pool(url.as(APP, PASSWORD), CONNECTIONS, "testing");
    }

    public static TestingDatabase create() {
        return new TestingDatabase(Server.ONE.clone("test_" + COUNT.incrementAndGet()));
    }

    /** In the form of {@code DATABASE_URL}, as the owner. */
    public String ownerUrl() {
        return "postgresql://%s:%s@%s".formatted(url.user(), url.password(), url.place());
    }

    public HikariDataSource dataSource() {
        return app;
    }

    /** As the application's role. */
    public JdbcClient client() {
        return JdbcClient.create(app);
    }

    /** As the owner, who sees all. */
    public JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(url.jdbc(), url.user(), url.password()));
    }

    public Tenancy tenancy() {
        return new Tenancy(new JdbcTransactionManager(app), new JdbcTemplate(app));
    }

    /** Somebody with a workspace of their own. */
    public Caller person(String username) {
        var caller = new Caller(UserId.create(), username, false, WorkspaceId.create());
        client().sql("""
                with person as (
                    insert into users (id, username, email, password_hash, role, must_change_password)
                    values (:user, :name, :name || '@example.org', '!', 'user', false)),
                home as (
                    insert into workspaces (id, name, personal_of) values (:workspace, :name, :user))
                insert into memberships (workspace_id, user_id, role) values (:workspace, :user, 'owner')
                """)
                .param("user", caller.user().value())
                .param("name", username)
                .param("workspace", caller.workspace().value())
                .update();
        return caller;
    }

    void migrate() {
        new OwnedDatabase(url, APP).migrate();
    }

    /** Ends all connections and lets nobody in, until {@link #letIn()}. */
    public void cutOff() {
        Server.ONE.allowConnections(url, false);
        Server.ONE.endConnections(url);
    }

    public void letIn() {
        Server.ONE.allowConnections(url, true);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        app.close();
        Server.ONE.drop(url);
    }

    private static final class Server {

        static final Server ONE = new Server();
        private static final String TEMPLATE = "migrated";

        private final EmbeddedPostgres postgres;
        private final JdbcClient superuser;

        private Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException noServer) {
                throw new UncheckedIOException(noServer);
            }
            superuser = JdbcClient.create(postgres.getPostgresDatabase());
            superuser
                    .sql("create role %s login createrole password '%s'".formatted(OWNER, PASSWORD))
                    .update();
            superuser
                    .sql("create role %s login password '%s'".formatted(APP, PASSWORD))
                    .update();
            superuser
                    .sql("create database %s owner %s".formatted(TEMPLATE, OWNER))
                    .update();
            var template = new OwnedDatabase(url(TEMPLATE), APP);
            template.migrate();
        }

        synchronized DatabaseUrl clone(String name) {
            superuser
                    .sql("create database %s owner %s template %s".formatted(name, OWNER, TEMPLATE))
                    .update();
            OwnedDatabase.settle(
                    JdbcClient.create(new DriverManagerDataSource(url(name).jdbc(), OWNER, PASSWORD)));
            return url(name);
        }

        synchronized void drop(DatabaseUrl url) {
            superuser.sql("drop database %s with (force)".formatted(name(url))).update();
        }

        void allowConnections(DatabaseUrl url, boolean allowed) {
            superuser
                    .sql("alter database %s allow_connections %s".formatted(name(url), allowed))
                    .update();
        }

        /** Whoever waits for a lock goes first: it would be given to them by the end of whoever holds it. */
        void endConnections(DatabaseUrl url) {
            superuser
                    .sql("""
                            select pg_terminate_backend(pid, 10000)
                            from (select pid from pg_stat_activity where datname = :name
                                  order by wait_event_type = 'Lock' desc nulls last) one
                            """)
                    .param("name", name(url))
                    .query((row, n) -> row.getBoolean(1))
                    .list();
        }

        private static String name(DatabaseUrl url) {
            return url.place().substring(url.place().indexOf('/') + 1);
        }

        private DatabaseUrl url(String database) {
            return new DatabaseUrl("127.0.0.1:" + postgres.getPort() + "/" + database, "", OWNER, PASSWORD);
        }
    }
}
