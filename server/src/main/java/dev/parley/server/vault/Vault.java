package dev.parley.server.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import java.security.GeneralSecurityException;

/** Secrets at rest: the newest key seals, every key that the server has opens. */
public class Vault {

    private final Aead keys;

    Vault(KeysetHandle keys) throws GeneralSecurityException {
        this.keys = keys.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    public byte[] seal(Place place, byte[] secret) {
        try {
            return keys.encrypt(secret, place.associatedData());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Sealing failed for " + place, impossible);
        }
    }

    public byte[] open(Place place, byte[] sealed) {
        try {
            return keys.decrypt(sealed, place.associatedData());
        } catch (GeneralSecurityException unreadable) {
            throw new BotException(
                    ErrorCode.RECORD_UNREADABLE,
                    "The secret in %s.%s of %s cannot be read with the server's keys."
                            .formatted(place.table(), place.column(), place.row()));
        }
    }
}
