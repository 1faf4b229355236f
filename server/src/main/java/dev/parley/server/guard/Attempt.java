package dev.parley.server.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tries to prove something.
 *
 * @param account the person's id, or whatever was typed where nobody is called so
 * @param device of a person who was signed in there before; null for any other
 */
public record Attempt(
        What what, String account, From from, @Nullable String device) {

    /** One for the person, wherever attempts come from; a device that they are known by has its own. */
    byte[] ofAccount() {
        return device == null ? ofAccount(what, account) : bucket(what.name(), "device", account, device);
    }

    static byte[] ofAccount(What what, String account) {
        return bucket(what.name(), "account", account);
    }

    boolean countsForAddress() {
        return device == null && !from.isThisMachine();
    }

    byte[] ofAddress() {
        return ofAddress(from);
    }

    /** One for the address, whatever is tried from there for whom. */
    static byte[] ofAddress(From from) {
        return bucket("address", from.network());
    }

    private static byte[] bucket(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
