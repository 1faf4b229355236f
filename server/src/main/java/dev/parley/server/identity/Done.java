package dev.parley.server.identity;

/** The answer where there is nothing else to tell. */
public record Done(boolean success) {

    public static final Done DONE = new Done(true);
}
