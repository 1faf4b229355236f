package dev.parley.instagram;

import java.util.random.RandomGenerator;

/**
 * What makes sending a message idempotent: make one per message, store it, then send; Instagram's app API takes a second message with the
 * same token for the first. Nineteen decimal digits, as the app makes them.
 */
public record MessageToken(String value) {

    private static final long LOWEST = 6_800_011_111_111_111_111L;
    private static final long HIGHEST = 6_800_099_999_999_999_999L;

    public MessageToken {
        if (!isToken(value)) {
            throw new IllegalArgumentException("not a message's token: " + value);
        }
    }

    /** Whether a text can be a token. */
    public static boolean isToken(String text) {
        return text.matches("[0-9]{19}");
    }

    /** A new token; give it a source that does not repeat itself, such as {@link java.security.SecureRandom}. */
    public static MessageToken next(RandomGenerator random) {
        return new MessageToken(Long.toString(random.nextLong(LOWEST, HIGHEST + 1)));
    }
}
