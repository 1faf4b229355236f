package dev.parley.sandbox.website.page;

/** Numbers that browsers send. */
public final class Ids {
    private static final long NONE = -1;

    private Ids() {}

    /** The id, or one that nobody has. */
    public static long idOrNone(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return NONE;
        }
    }
}
