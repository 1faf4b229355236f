package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.vault.Place;
import dev.parley.server.vault.SealedColumn;
import dev.parley.server.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passwords, sealed, of accounts whose owners asked Parley to sign in again by itself. */
@Repository
public class KeptPasswords {

    /** Signing in again helps where Instagram wants a password, and nothing else. */
    private static final String TAKEABLE = """
             from instagram_credentials c join user_bot_status s using (account_id)
            where account_id = :account and c.password_encrypted is not null
                and s.state in ('CONNECTED', 'DEGRADED', 'LOGIN_REQUIRED')
                and (c.signed_in_again_at is null or c.signed_in_again_at < :before)
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Tenancy tenancy;
    private final AccountSettings settings;
    private final Clock clock;

    KeptPasswords(JdbcClient jdbc, Vault vault, Tenancy tenancy, AccountSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.tenancy = tenancy;
        this.settings = settings;
        this.clock = clock;
    }

    public boolean isKept(AccountId account) {
        return jdbc.sql("""
                select exists (
                    select from instagram_credentials where account_id = :account and password_encrypted is not null)
                """)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Does what the owner wants with a password that Instagram did not refuse. */
    public void apply(AccountId account, Keeping keeping, String password) {
        switch (keeping) {
            case KEEP -> keep(account, password);
            case FORGET -> forget(account);
            case AS_BEFORE -> {
                if (isKept(account)) {
                    keep(account, password);
                }
            }
            case KEPT -> {}
        }
    }

    private void keep(AccountId account, String password) {
        jdbc.sql("""
                update instagram_credentials set password_encrypted = :sealed, updated_at = now() where account_id = :account
                """)
                .param(
                        "sealed",
                        vault.seal(
                                place(tenancy.workspace().value(), account), password.getBytes(StandardCharsets.UTF_8)))
                .param("account", account.value())
                .update();
    }

    void forget(AccountId account) {
        jdbc.sql("""
                update instagram_credentials set password_encrypted = null, updated_at = now() where account_id = :account
                """).param("account", account.value()).update();
    }

    /** Whether {@link #take} would give one now. */
    public boolean mayTake(AccountId account) {
        return jdbc.sql("select exists (select" + TAKEABLE + ")")
                .param("account", account.value())
                .param("before", Columns.of(clock.instant().minus(settings.signInAgainAfter())))
                .query(Boolean.class)
                .single();
    }

    /**
     * The password, for the one sign-in by itself that an account has in a time. Empty where none is kept, where that sign-in was
     * already, and where Instagram wants something other than a password.
     */
    Optional<String> take(AccountId account) {
        return jdbc.sql("""
                update instagram_credentials set signed_in_again_at = :now
                where account_id in (select account_id""" + TAKEABLE + """
                )
                returning workspace_id, password_encrypted
                """)
                .param("account", account.value())
                .param("before", Columns.of(clock.instant().minus(settings.signInAgainAfter())))
                .param("now", Columns.of(clock.instant()))
                .query((row, index) -> vault.open(
                        place(row.getObject("workspace_id", UUID.class), account), row.getBytes("password_encrypted")))
                .optional()
                .map(password -> new String(password, StandardCharsets.UTF_8));
    }

    @Bean
    static SealedColumn sealedPasswords() {
        return new SealedColumn("instagram_credentials", "password_encrypted", "account_id", true);
    }

    private static Place place(UUID workspace, AccountId account) {
        return new Place(workspace, "instagram_credentials", "password_encrypted", account.value());
    }
}
