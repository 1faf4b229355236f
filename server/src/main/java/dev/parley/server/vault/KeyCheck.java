package dev.parley.server.vault;

import dev.parley.server.core.BotException;
import dev.parley.server.core.StartRefused;
import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One known record in the database, sealed: a server whose keys cannot open it belongs to another database. */
@Component
public class KeyCheck {

    private static final UUID INSTANCE = new UUID(0, 0);
    private static final Place PLACE = new Place(INSTANCE, "key_check", "secret_sealed", INSTANCE);
    private static final int SECRET_BYTES = 32;

    private final Vault vault;

    KeyCheck(Vault vault) {
        this.vault = vault;
    }

    /** Returns the secret that all nodes of this database share; the first one makes it. */
    public byte[] sharedSecret(JdbcClient owner) {
        return owner.sql("select secret_sealed from key_check")
                .query(byte[].class)
                .optional()
                .map(this::open)
                .map(secret -> reseal(owner, secret))
                .orElseGet(() -> reseal(owner, newSecret()));
    }

    private byte[] open(byte[] sealed) {
        try {
            return vault.open(PLACE, sealed);
        } catch (BotException wrongKey) {
            throw new StartRefused(
                    "The key is not the one that this database was written with: give the server the right key file"
                            + " (PARLEY_KEY_FILE) or key (PARLEY_KEY).",
                    wrongKey);
        }
    }

    private static byte[] newSecret() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** Sealed anew at every start, so that a key that was retired is not needed for it. */
    private byte[] reseal(JdbcClient owner, byte[] secret) {
        owner.sql("""
                insert into key_check (secret_sealed) values (:sealed)
                on conflict ("only") do update set secret_sealed = excluded.secret_sealed
                """).param("sealed", vault.seal(PLACE, secret)).update();
        return secret;
    }
}
