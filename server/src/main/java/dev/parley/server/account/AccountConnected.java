package dev.parley.server.account;

/** A sign-in to an account has succeeded. Published inside the transaction, bound to the workspace, that stores the session. */
public record AccountConnected(Account account) {}
