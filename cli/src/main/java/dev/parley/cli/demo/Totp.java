package dev.parley.cli.demo;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator app, by RFC 6238: SHA-1, 30 seconds, 6 digits. */
final class Totp {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_PER_LETTER = 5;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int CODES = 1_000_000;
    private static final int ACCEPTED_AROUND = 3;

    private final byte[] secret;
    private final Clock clock;

    /** @param secret in base 32 without padding */
    Totp(String secret, Clock clock) {
        this.secret = decode(secret);
        this.clock = clock;
    }

    String code() {
        return codeAt(clock.instant());
    }

    /** A code that is wrong now, a little earlier and a little later. */
    String wrongCode() {
        return IntStream.iterate(0, candidate -> candidate + 1)
                .mapToObj(Totp::sixDigits)
                .filter(candidate -> !isRightAround(candidate))
                .findFirst()
                .orElseThrow();
    }

    private boolean isRightAround(String candidate) {
        return IntStream.rangeClosed(-ACCEPTED_AROUND, ACCEPTED_AROUND)
                .mapToObj(step -> codeAt(clock.instant().plus(STEP.multipliedBy(step))))
                .anyMatch(candidate::equals);
    }

    private String codeAt(Instant moment) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var counter = moment.getEpochSecond() / STEP.toSeconds();
            return truncated(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String truncated(byte[] hash) {
        var offset = hash[hash.length - 1] & 0xf;
        var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return sixDigits(number % CODES);
    }

    private static String sixDigits(int number) {
        return String.format(Locale.ROOT, "%06d", number);
    }

    private static byte[] decode(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * BITS_PER_LETTER / Byte.SIZE);
        var bits = 0;
        var collected = 0;
        for (var letter : base32.toCharArray()) {
            bits = bits << BITS_PER_LETTER | BASE32.indexOf(letter);
            collected += BITS_PER_LETTER;
            if (collected >= Byte.SIZE) {
                collected -= Byte.SIZE;
                bytes.put((byte) (bits >> collected));
            }
        }
        return bytes.array();
    }
}
