package dev.parley.server.letters;

/** Whose account a letter is about, and where it goes. */
public record Reader(String username, String address) {}
