package dev.parley.instagram;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short code in a post's address: the post's number, in the letters {@code A-Z a-z 0-9 - _} for 0 to 63.
 *
 * <pre>{@code
 * Shortcode.find("https://www.instagram.com/p/B1LbfVPlwIA/?igsh=x").map(Shortcode::media);   // 2110901750722920960
 * }</pre>
 *
 * <p>Source of the protocol facts: instagrapi's {@code media_pk_from_code} and {@code media_pk_from_url}. Of the longer codes of private
 * posts, the first eleven letters are the number.
 */
public record Shortcode(String value) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int LETTERS_OF_A_NUMBER = 11;
    private static final int BITS_OF_A_LETTER = 6;

    /** Eleven letters are 66 bits, of which a number has 63. */
    private static final int LEADING_LETTERS = 8;

    /** An owner may stand before the code, and anything behind it. Behind {@code share} stands another code, which no number is in. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i:(?:https?://)?(?:[a-z]{1,20}\\.)?(?:instagram\\.com|instagr\\.am))"
                    + "/(?!share/)(?:[A-Za-z0-9._]{1,30}/)?(?:p|reels?|tv)/([A-Za-z0-9_-]{1,64})(?:[/?#].*)?");

    /** @throws IllegalArgumentException if no post can have this code */
    public Shortcode {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a post's code: " + value);
        }
    }

    /**
     * The code in what people copy: the code itself, or the address of a post, reel or video at instagram.com, with or without
     * {@code https://}. Empty for anything else, such as a profile's address.
     */
    public static Optional<Shortcode> find(String text) {
        String stripped = text.strip();
        var address = ADDRESS.matcher(stripped);
        String code = address.matches() ? address.group(1) : stripped;
        return isOne(code) ? Optional.of(new Shortcode(code)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return Post.isCode(text)
                && (text.length() < LETTERS_OF_A_NUMBER || ALPHABET.indexOf(text.charAt(0)) < LEADING_LETTERS);
    }

    /** The post's number, as the app and the website give it; without its owner's. */
    public MediaId media() {
        long number = 0;
        for (int i = 0; i < Math.min(value.length(), LETTERS_OF_A_NUMBER); i++) {
            number = (number << BITS_OF_A_LETTER) | ALPHABET.indexOf(value.charAt(i));
        }
        return new MediaId(Long.toString(number));
    }

    @Override
    public String toString() {
        return value;
    }
}
