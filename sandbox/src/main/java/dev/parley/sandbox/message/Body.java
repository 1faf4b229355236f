package dev.parley.sandbox.message;

/**
 * What a message holds.
 *
 * @param text empty where the kind has none
 * @param detail what the kind needs besides: addresses of a link, the address of a picture, JSON of a template; empty where nothing
 */
public record Body(Kind kind, String text, String detail) {

    /** What sort of thing a message is. */
    public enum Kind {
        TEXT,
        LINK,
        IMAGE,
        AUDIO,
        VIDEO,
        FILE,
        HEART,
        POST,
        TEMPLATE
    }

    public static Body text(String text) {
        return new Body(Kind.TEXT, text, "");
    }
}
