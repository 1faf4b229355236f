package dev.parley.instagram;

/** The session has ended at Instagram. */
public record SignedOut() {}
