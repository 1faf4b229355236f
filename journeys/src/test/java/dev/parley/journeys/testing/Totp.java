package dev.parley.journeys.testing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app (RFC 6238, SHA-1, six digits, 30 seconds). */
final class Totp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;
    private static final int LOW_NIBBLE = 0xf;

    private Totp() {}

    static String at(String secret, Instant now) {
        var step = ByteBuffer.allocate(Long.BYTES).putLong(now.getEpochSecond() / STEP_SECONDS);
        var hash = ByteBuffer.wrap(hmac(key(secret), step.array()));
        var offset = hash.get(hash.limit() - 1) & LOW_NIBBLE;
        return "%06d".formatted((hash.getInt(offset) & Integer.MAX_VALUE) % SIX_DIGITS);
    }

    /** Base 32 is a number to the base of 32; the sandbox's secret is whole bytes, and the first bit is no one. */
    private static byte[] key(String base32) {
        var base = BigInteger.valueOf(ALPHABET.length());
        var number = base32.chars()
                .mapToObj(letter -> BigInteger.valueOf(ALPHABET.indexOf(letter)))
                .reduce(BigInteger.ZERO, (sum, digit) -> sum.multiply(base).add(digit));
        return number.toByteArray();
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
