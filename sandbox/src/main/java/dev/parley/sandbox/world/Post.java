package dev.parley.sandbox.world;

import java.math.BigInteger;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A picture or clip under a hashtag. */
public record Post(long pk, Person owner, Instant takenAt, String caption, int likes, int comments, boolean clip) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,11}");
    private static final int BITS_PER_LETTER = 6;
    private static final int LETTER_MASK = (1 << BITS_PER_LETTER) - 1;

    /** The id that most calls want: {@code pk_owner}. */
    public String id() {
        return pk + "_" + owner.id();
    }

    /** The short code of the post's address. */
    public String code() {
        return code(pk);
    }

    /** A pk as a short code: the number in a base64 alphabet. */
    public static String code(long pk) {
        var code = new StringBuilder();
        for (BigInteger rest = BigInteger.valueOf(pk); rest.signum() > 0; rest = rest.shiftRight(BITS_PER_LETTER)) {
            code.append(ALPHABET.charAt(rest.intValue() & LETTER_MASK));
        }
        return code.reverse().toString();
    }

    /** The pk that a short code stands for; empty if it stands for none. */
    public static OptionalLong pk(String code) {
        if (!CODE.matcher(code).matches()) {
            return OptionalLong.empty();
        }
        BigInteger number = BigInteger.ZERO;
        for (char letter : code.toCharArray()) {
            number = number.shiftLeft(BITS_PER_LETTER).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
        }
        return number.bitLength() < Long.SIZE ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }
}
