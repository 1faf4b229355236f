package dev.parley.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What makes a link that is sent to somebody open something: 256 random bits, known to us by their hash only. */
record MailedSecret(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static MailedSecret create() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new MailedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Nobody can guess the secret from one, so it need not be slow. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "MailedSecret[]";
    }
}
