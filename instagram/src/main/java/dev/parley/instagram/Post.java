package dev.parley.instagram;

/**
 * A post, named in both ways: drivers that open a post's page need the code, the others the id.
 *
 * @param code the short code in the post's address: up to 64 of {@code A-Z a-z 0-9 _ -}
 */
public record Post(MediaId id, String code) {

    public Post {
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a post's code: " + code);
        }
    }

    /** Whether a text can be the short code of a post. */
    public static boolean isCode(String text) {
        return text.matches("[A-Za-z0-9_-]{1,64}");
    }
}
