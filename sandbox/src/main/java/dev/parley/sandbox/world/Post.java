package dev.parley.sandbox.world;

import java.math.BigInteger;
import java.time.Instant;

/** A picture or clip under a hashtag. */
public record Post(long pk, Person owner, Instant takenAt, String caption, int likes, int comments, boolean clip) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int BITS_PER_LETTER = 6;
    private static final int LETTER_MASK = (1 << BITS_PER_LETTER) - 1;

    /** The id that most calls want: {@code pk_owner}. */
    public String id() {
        return pk + "_" + owner.id();
    }

    /** The short code of the post's address: its pk in a base64 alphabet. */
    public String code() {
        var code = new StringBuilder();
        for (BigInteger rest = BigInteger.valueOf(pk); rest.signum() > 0; rest = rest.shiftRight(BITS_PER_LETTER)) {
            code.append(ALPHABET.charAt(rest.intValue() & LETTER_MASK));
        }
        return code.reverse().toString();
    }
}
