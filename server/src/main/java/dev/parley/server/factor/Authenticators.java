package dev.parley.server.factor;

import dev.parley.server.core.UserId;
import dev.parley.server.vault.Place;
import dev.parley.server.vault.SealedColumn;
import dev.parley.server.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The authenticator apps: one for each person, and only counting once a code of it was seen. */
@Component
class Authenticators {

    private static final UUID INSTANCE = new UUID(0, 0);

    /** @param confirmedAt null as long as no code was seen */
    record Authenticator(
            AuthenticatorSecret secret, @Nullable Instant confirmedAt) {}

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    Authenticators(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** Takes the place of one that was never confirmed; not of one that counts. */
    boolean begin(UserId user, AuthenticatorSecret secret) {
        return database.sql("""
                insert into authenticators (user_id, secret_sealed, created_at) values (:user, :sealed, :now)
                on conflict (user_id) do update
                    set secret_sealed = excluded.secret_sealed, created_at = excluded.created_at, last_step = 0
                    where authenticators.confirmed_at is null
                """)
                        .param("user", user.value())
                        .param("sealed", vault.seal(place(user), secret.bytes()))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    Optional<Authenticator> find(UserId user) {
        return database.sql("select secret_sealed, confirmed_at from authenticators where user_id = :user")
                .param("user", user.value())
                .query((row, n) -> {
                    var confirmed = row.getTimestamp("confirmed_at");
                    var secret = new AuthenticatorSecret(vault.open(place(user), row.getBytes("secret_sealed")));
                    return new Authenticator(secret, confirmed == null ? null : confirmed.toInstant());
                })
                .optional();
    }

    /** Of the same code, sent twice at the same moment, the database lets one pass. */
    boolean take(UserId user, String code) {
        return find(user)
                .filter(one -> one.confirmedAt() != null)
                .map(one -> take(user, one, code))
                .orElse(false);
    }

    /** The first code: from now on the authenticator counts. */
    boolean confirm(UserId user, Authenticator one, String code) {
        return take(user, one, code)
                && database.sql(
                                        "update authenticators set confirmed_at = :now where user_id = :user and confirmed_at is null")
                                .param("user", user.value())
                                .param("now", Timestamp.from(clock.instant()))
                                .update()
                        == 1;
    }

    private boolean take(UserId user, Authenticator one, String code) {
        var step = one.secret().stepOf(code, clock.instant());
        return step.isPresent()
                && database.sql("""
                        update authenticators set last_step = :step where user_id = :user and last_step < :step
                        """)
                                .param("user", user.value())
                                .param("step", step.getAsLong())
                                .update()
                        == 1;
    }

    boolean remove(UserId user) {
        return database.sql("delete from authenticators where user_id = :user")
                        .param("user", user.value())
                        .update()
                == 1;
    }

    @Bean
    static SealedColumn sealedAuthenticators() {
        return new SealedColumn("authenticators", "secret_sealed", "user_id", false);
    }

    private static Place place(UserId user) {
        return new Place(INSTANCE, "authenticators", "secret_sealed", user.value());
    }
}
