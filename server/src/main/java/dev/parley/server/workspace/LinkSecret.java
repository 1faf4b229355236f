package dev.parley.server.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What makes an invitation's link nobody's but the invited person's: 256 random bits, written so that scanners know them. */
record LinkSecret(String value) {

    private static final String PREFIX = "parley_invitation_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static LinkSecret create() {
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new LinkSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** Nobody can guess a secret of this size from its hash, however fast that is. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "LinkSecret[]";
    }
}
