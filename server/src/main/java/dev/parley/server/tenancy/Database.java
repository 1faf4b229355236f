package dev.parley.server.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.server.core.Installation;
import dev.parley.server.vault.KeyCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool of connections as the application's role, which owns nothing and sees only the bound workspace. */
@Configuration(proxyBeanMethods = false)
class Database {

    private static final String SESSION_OPTIONS =
            "-c idle_in_transaction_session_timeout=30s -c default_transaction_isolation=read\\ committed";
    private static final String CONNECT_TIMEOUT_S = "5";
    private static final String SOCKET_TIMEOUT_S = "60";
    private static final long BORROW_TIMEOUT_MS = 5_000;

    /** What ticks say comes in changing company: else it would be planned five times for each, by each connection. */
    private static final int PREPARE_AT_ONCE = 1;

    @Bean
    HikariDataSource dataSource(DatabaseSettings settings, Installation installation, KeyCheck keyCheck) {
        return pool(applicationUrl(settings, keyCheck), settings.poolSize(), "parley-" + installation.node());
    }

    private static DatabaseUrl applicationUrl(DatabaseSettings settings, KeyCheck keyCheck) {
        var owned = new OwnedDatabase(DatabaseUrl.parse(settings.url(), "DATABASE_URL"), settings.appRole());
        if (settings.appUrl() == null || settings.appUrl().isBlank()) {
            return owned.prepare(keyCheck);
        }
        return owned.prepareFor(DatabaseUrl.parse(settings.appUrl(), "APP_DATABASE_URL"), keyCheck);
    }

    static HikariDataSource pool(DatabaseUrl app, int size, String name) {
        var config = new HikariConfig();
        config.setJdbcUrl(app.jdbc());
        config.setUsername(app.user());
        config.setPassword(app.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(BORROW_TIMEOUT_MS);
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("options", SESSION_OPTIONS);
        config.addDataSourceProperty("connectTimeout", CONNECT_TIMEOUT_S);
        config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_S);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("prepareThreshold", PREPARE_AT_ONCE);
        return new HikariDataSource(config);
    }
}
