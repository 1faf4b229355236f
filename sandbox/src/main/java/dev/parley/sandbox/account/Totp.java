package dev.parley.sandbox.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator app: RFC 6238 with SHA-1, 30 seconds, six digits; one step early or late is fine. */
public final class Totp {
    private static final long STEP_SECONDS = 30;
    private static final int CODE_BOUND = 1_000_000;
    private static final int OFFSET_MASK = 0xF;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE32_BITS = 5;

    private Totp() {}

    public static String code(String secret, Instant now) {
        return codeOfStep(secret, now.getEpochSecond() / STEP_SECONDS);
    }

    static boolean matches(String secret, String code, Instant now) {
        long step = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(step - 1, step + 1)
                .anyMatch(near -> codeOfStep(secret, near).equals(code));
    }

    private static String codeOfStep(String secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & OFFSET_MASK;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % CODE_BOUND);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decode(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * BASE32_BITS / Byte.SIZE);
        int buffer = 0;
        int bits = 0;
        for (char letter : base32.toCharArray()) {
            buffer = (buffer << BASE32_BITS) | BASE32.indexOf(letter);
            bits += BASE32_BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}
