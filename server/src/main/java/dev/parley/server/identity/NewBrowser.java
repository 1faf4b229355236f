package dev.parley.server.identity;

/** Somebody signed in with a browser that they were not known by. Published in a transaction of its own. */
public record NewBrowser(Person person, Device device) {}
