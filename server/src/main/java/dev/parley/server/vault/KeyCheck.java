package dev.parley.server.vault;

import dev.parley.server.core.BotException;
import dev.parley.server.core.StartRefused;
import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One known record in the database, sealed: a server whose keys cannot open it belongs to another database. By which key it is sealed tells
 * how the newest server seals.
 */
@Component
public class KeyCheck {

    private static final UUID INSTANCE = new UUID(0, 0);
    private static final Place PLACE = new Place(INSTANCE, "key_check", "secret_sealed", INSTANCE);
    private static final int SECRET_BYTES = 32;

    private final KeyFile keys;
    private final Vault vault;
    private final boolean isServer;
    private volatile boolean serversSealWithOlderKey;

    /** @param isServer false where the program does one thing beside a server that may be running */
    KeyCheck(KeyFile keys, Vault vault, @Value("${db-scheduler.enabled:true}") boolean isServer) {
        this.keys = keys;
        this.vault = vault;
        this.isServer = isServer;
    }

    /** Whether no server has been started with the newest key yet: what runs seals with one that came before. */
    public boolean serversSealWithOlderKey() {
        return serversSealWithOlderKey;
    }

    /** Returns the secret that all nodes of this database share; the first one makes it. */
    public byte[] sharedSecret(JdbcClient owner) {
        return owner.sql("select secret_sealed from key_check")
                .query(byte[].class)
                .optional()
                .map(found -> isServer ? reseal(owner, open(found)) : look(found))
                .orElseGet(() -> reseal(owner, newSecret()));
    }

    private byte[] look(byte[] sealed) {
        var secret = open(sealed);
        serversSealWithOlderKey = !vault.isByNewestKey(sealed);
        return secret;
    }

    private byte[] open(byte[] sealed) {
        keys.refuseIfMissing();
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

    /** Sealed anew at every start of a server, so that a key that was retired is not needed for it. */
    private byte[] reseal(JdbcClient owner, byte[] secret) {
        owner.sql("""
                insert into key_check (secret_sealed) values (:sealed)
                on conflict ("only") do update set secret_sealed = excluded.secret_sealed
                """).param("sealed", vault.seal(PLACE, secret)).update();
        return secret;
    }
}
