package dev.parley.server.factor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app and we share: a code of six digits for each half minute (RFC 6238, SHA-1, as all apps know it). */
record AuthenticatorSecret(byte[] bytes) {

    private static final int BYTES = 20;
    private static final int STEP_SECONDS = 30;
    /** Clocks differ: the codes before and after count too. */
    private static final int STEPS_ASIDE = 1;

    private static final int SIX_DIGITS = 1_000_000;
    private static final int LOW_NIBBLE = 0xf;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final String ALGORITHM = "HmacSHA1";

    static AuthenticatorSecret create() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new AuthenticatorSecret(bytes);
    }

    /** As a person types it into the app. */
    String text() {
        var text = new StringBuilder();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit += BITS) {
            text.append(BASE_32.charAt(fiveBitsFrom(bit)));
        }
        return text.toString();
    }

    private int fiveBitsFrom(int first) {
        var index = first / Byte.SIZE;
        var next = index + 1 < bytes.length ? bytes[index + 1] & 0xff : 0;
        var both = (bytes[index] & 0xff) << Byte.SIZE | next;
        return both >> (2 * Byte.SIZE - BITS - first % Byte.SIZE) & (BASE_32.length() - 1);
    }

    /** As the app reads it from a QR code. */
    String uri(String issuer, String username) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=%d"
                .formatted(encode(issuer), encode(username), text(), encode(issuer), STEP_SECONDS);
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The step of time, of those that count now, whose code this is. */
    OptionalLong stepOf(String code, Instant now) {
        var current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - STEPS_ASIDE, current + STEPS_ASIDE)
                .filter(step -> same(code(step), code))
                .findFirst();
    }

    private static boolean same(String code, String given) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    String code(long step) {
        var hash = ByteBuffer.wrap(
                hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
        var offset = hash.get(hash.limit() - 1) & LOW_NIBBLE;
        return "%06d".formatted((hash.getInt(offset) & Integer.MAX_VALUE) % SIX_DIGITS);
    }

    private byte[] hmac(byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "AuthenticatorSecret[]";
    }
}
