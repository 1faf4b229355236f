package dev.parley.server.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** Secrets at rest: the newest key seals, every key that the server has opens. The keys are read when the first one is needed. */
public class Vault {

    /** How many bytes of what is sealed tell by which key. */
    public static final int MARK_BYTES = 5;

    /** Of Tink's format; the key's number follows. */
    private static final byte FORMAT = 1;

    private final Supplier<KeysetHandle> keys;
    private final Supplier<Aead> aead;

    Vault(Supplier<KeysetHandle> keys) {
        this.keys = SingletonSupplier.of(keys);
        this.aead = SingletonSupplier.of(() -> primitive(this.keys.get()));
    }

    private static Aead primitive(KeysetHandle keys) {
        try {
            return keys.getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is not to be had", impossible);
        }
    }

    /** The number of the key that seals; it tells nothing about the key. */
    public int newestKey() {
        return keys.get().getPrimary().getId();
    }

    /** How all begins that the newest key sealed. */
    public byte[] newestMark() {
        return ByteBuffer.allocate(MARK_BYTES).put(FORMAT).putInt(newestKey()).array();
    }

    boolean isByNewestKey(byte[] sealed) {
        return Arrays.equals(Arrays.copyOf(sealed, MARK_BYTES), newestMark());
    }

    public boolean hasOlderKeys() {
        return keys.get().size() > 1;
    }

    public byte[] seal(Place place, byte[] secret) {
        try {
            return aead.get().encrypt(secret, place.associatedData());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Sealing failed for " + place, impossible);
        }
    }

    public byte[] open(Place place, byte[] sealed) {
        try {
            return aead.get().decrypt(sealed, place.associatedData());
        } catch (GeneralSecurityException unreadable) {
            throw new BotException(
                    ErrorCode.RECORD_UNREADABLE,
                    "The secret in %s.%s of %s cannot be read with the server's keys."
                            .formatted(place.table(), place.column(), place.row()));
        }
    }
}
