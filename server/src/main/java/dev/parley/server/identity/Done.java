package dev.parley.server.identity;

/** The answer where there is nothing else to tell. */
record Done(boolean success) {

    static final Done DONE = new Done(true);
}
