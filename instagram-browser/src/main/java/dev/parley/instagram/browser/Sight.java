package dev.parley.instagram.browser;

/**
 * What an account's page looks like. What is typed, conversations, and what may be a secret in the page's source are blanked.
 *
 * @param path where the page is; parts that may be secret are left out
 * @param picture PNG of the visible part of the page, at most 4 MiB; empty if none could be taken
 * @param source the page's elements without scripts and styles, at most 100,000 characters
 */
public record Sight(String path, byte[] picture, String source) {

    /** Leaves picture and source out. */
    @Override
    public String toString() {
        return "Sight[path=%s]".formatted(path);
    }
}
