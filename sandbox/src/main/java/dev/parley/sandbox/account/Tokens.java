package dev.parley.sandbox.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Things that nobody should guess: random ones, and ones derived from a data folder's secret. */
public final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int CODE_BOUND = 1_000_000;

    private Tokens() {}

    public static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Letters, digits, hyphen and underscore. */
    public static String random(int length) {
        return text(HexFormat.of().parseHex(secret()), length);
    }

    /** Six digits. */
    public static String code() {
        return "%06d".formatted(RANDOM.nextInt(CODE_BOUND));
    }

    static String derived(String secret, String what, int length) {
        return text(digest(secret, what), length);
    }

    static String derivedHex(String secret, String what, int length) {
        return HexFormat.of().formatHex(digest(secret, what)).substring(0, length);
    }

    static String derivedUuid(String secret, String what) {
        return UUID.nameUUIDFromBytes(digest(secret, what)).toString();
    }

    private static String text(byte[] bytes, int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, length);
    }

    private static byte[] digest(String secret, String what) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((secret + '|' + what).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
