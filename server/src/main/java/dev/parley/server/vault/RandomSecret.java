package dev.parley.server.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A text that opens something to whoever has it. Made here it holds 256 random bits; stored are only hashes. */
public record RandomSecret(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param prefix by which people and scanners recognise what it opens */
    public static RandomSecret create(String prefix) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RandomSecret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Nobody can guess so many bits from a hash, however fast it is made. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "RandomSecret[]";
    }
}
